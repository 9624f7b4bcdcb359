import { describe, expect, it } from 'vitest';
import type { DocumentEdit, FriseDocument } from '../../../core/show/document.ts';
import { applyEdit } from '../../../core/show/edit.ts';
import { emptyHistory, move, record } from '../../../core/show/history.ts';
import type { Direction, History } from '../../../core/show/history.ts';

const start: FriseDocument = {
  format: 'frise-show',
  schema: 1,
  records: { 'clip:a': 0, 'clip:b': 0 },
  order: { 'track:t': ['clip:a'] },
};
/** A document and its history together, as the store keeps them. */
class Desk {
  document = start;
  history: History = emptyHistory;

  edit(author: string, part: Partial<DocumentEdit>, gesture: string | null = null): this {
    const edit = { label: 'edit', put: {}, remove: [], order: {}, ...part };
    const result = applyEdit(this.document, edit);
    if (!result.ok) throw new Error(result.message);
    this.document = result.value.document;
    this.history = record(this.history, author, { label: edit.label, gesture, diff: result.value.diff });
    return this;
  }

  move(direction: Direction, author: string): string {
    const moved = move(direction, this.history, author, this.document);
    if (!moved.ok) return `${moved.code} ${moved.path}`.trim();
    const result = applyEdit(this.document, moved.value.edit);
    if (!result.ok) throw new Error(result.message);
    this.document = result.value.document;
    this.history = moved.value.history;
    return moved.value.label;
  }
  undo = (author: string) => this.move('undo', author);
  redo = (author: string) => this.move('redo', author);
}
const put = (id: string, value: unknown) => ({ label: `${id}=${String(value)}`, put: { [id]: value } });

describe('undo', () => {
  it('goes back and forth through one person’s steps', () => {
    const desk = new Desk().edit('ada', put('clip:a', 1)).edit('ada', put('clip:a', 2));
    expect([desk.undo('ada'), desk.undo('ada'), desk.undo('ada')]).toEqual([
      'clip:a=2',
      'clip:a=1',
      'undo-nothing',
    ]);
    expect(desk.document).toEqual(start);
    expect([desk.redo('ada'), desk.redo('ada'), desk.redo('ada')]).toEqual([
      'clip:a=1',
      'clip:a=2',
      'redo-nothing',
    ]);
    expect(desk.document.records['clip:a']).toBe(2);
  });

  it('takes back one’s own work beside somebody else’s', () => {
    const desk = new Desk().edit('ada', put('clip:a', 1)).edit('ben', put('clip:b', 1));
    expect(desk.undo('ada')).toBe('clip:a=1');
    expect(desk.document.records).toEqual({ 'clip:a': 0, 'clip:b': 1 });
  });

  it('is refused, with the reason, while somebody else’s change lies on top', () => {
    const desk = new Desk().edit('ada', put('clip:a', 1)).edit('ben', put('clip:a', 2));
    expect(move('undo', desk.history, 'ada', desk.document)).toMatchObject({
      code: 'undo-touched',
      path: 'clip:a',
      message: 'Cannot undo "clip:a=1": ben has changed clip:a since. Change it by hand.',
    });
    expect([desk.undo('ben'), desk.undo('ada')]).toEqual(['clip:a=2', 'clip:a=1']);
  });

  it('does not wipe out what lies between two steps of one’s own', () => {
    const desk = new Desk()
      .edit('ada', put('clip:a', 1))
      .edit('ben', put('clip:a', 2))
      .edit('ada', put('clip:a', 3));
    expect([desk.undo('ada'), desk.undo('ada')]).toEqual(['clip:a=3', 'undo-touched clip:a']);
    expect(desk.document.records['clip:a']).toBe(2);
  });

  it('sees removals, new records and lists', () => {
    const desk = new Desk().edit('ada', { label: 'cut', remove: ['clip:a'], order: { 'track:t': null } });
    expect(desk.document.order).toEqual({});
    desk.edit('ben', { order: { 'track:t': [] } });
    expect(desk.undo('ada')).toBe('undo-touched order.track:t');
    expect([desk.undo('ben'), desk.undo('ada')]).toEqual(['edit', 'cut']);
    expect(desk.document).toEqual(start);
  });

  it('forgets what was undone at the next edit of that person, and only of that person', () => {
    const desk = new Desk().edit('ada', put('clip:a', 1));
    desk.undo('ada');
    desk.edit('ben', put('clip:b', 1));
    expect(desk.redo('ada')).toBe('clip:a=1');
    desk.undo('ada');
    desk.edit('ada', put('clip:b', 5));
    expect(desk.redo('ada')).toBe('redo-nothing');
  });

  it('redo is refused once somebody changed the record in the meantime', () => {
    const desk = new Desk().edit('ada', put('clip:a', 1));
    desk.undo('ada');
    desk.edit('ben', put('clip:a', 9));
    expect(desk.redo('ada')).toBe('redo-touched clip:a');
  });

  it('takes names that objects have by birth for what they are', () => {
    const desk = new Desk();
    expect([desk.undo('constructor'), desk.undo('__proto__')]).toEqual(['undo-nothing', 'undo-nothing']);
    desk.edit('constructor', put('clip:a', 1));
    expect(desk.undo('constructor')).toBe('clip:a=1');
  });
});

describe('a gesture', () => {
  const drag = (value: number) => ({ label: 'drag', put: { 'clip:a': value } });

  it('is one step, however many edits it took', () => {
    const desk = new Desk();
    for (let value = 1; value <= 50; value += 1) desk.edit('ada', drag(value), 'g1');
    expect(desk.history.done['ada']).toHaveLength(1);
    expect(desk.undo('ada')).toBe('drag');
    expect(desk.document).toEqual(start);
    desk.redo('ada');
    expect(desk.document.records['clip:a']).toBe(50);
  });

  it('joins records that come in and go out on the way', () => {
    const desk = new Desk()
      .edit(
        'ada',
        { label: 'drag', put: { 'clip:new': 1 }, order: { 'track:t': ['clip:a', 'clip:new'] } },
        'g1',
      )
      .edit('ada', { label: 'drag', put: { 'clip:new': 2 } }, 'g1')
      .edit('ada', { label: 'drag', remove: ['clip:b'] }, 'g1');
    desk.undo('ada');
    expect(desk.document).toEqual(start);
    desk.redo('ada');
    expect(desk.document.records).toEqual({ 'clip:a': 0, 'clip:new': 2 });
  });

  it('ends with another gesture, another label, or somebody else’s hand', () => {
    const desk = new Desk().edit('ada', drag(1), 'g1').edit('ada', drag(2), 'g2');
    desk
      .edit('ada', { ...drag(3), label: 'turn' }, 'g2')
      .edit('ben', drag(9))
      .edit('ada', { ...drag(4), label: 'turn' }, 'g2');
    expect(desk.history.done['ada']).toHaveLength(4);
    desk.undo('ada');
    expect(desk.document.records['clip:a']).toBe(9);
  });
});
