import { command, emptyPlan } from '../../../core/playback/engine.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import { statusOf } from '../../../core/playback/status.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { makeShow } from './show.ts';

/** A small theatre: verbs at clock times, then a look at what plays. The table is core/playback/playback.spec.md. */
export class Theatre {
  plan: Plan;
  constructor(readonly show: CompiledShow = makeShow()) {
    this.plan = emptyPlan(show, 0);
  }
  try(at: number, verb: string, args: Record<string, unknown> = {}, sender = 'desk') {
    const result = command(this.show, this.plan, { verb, args, sender }, at);
    if (result.ok) this.plan = result.value.plan;
    return result;
  }
  do(at: number, verb: string, args: Record<string, unknown> = {}, sender = 'desk') {
    const result = this.try(at, verb, args, sender);
    if (!result.ok) throw new Error(`${verb} at ${at}: ${result.code} ${result.message}`);
    return result.value;
  }
  code(at: number, verb: string, args: Record<string, unknown> = {}, sender = 'desk'): string {
    const result = this.try(at, verb, args, sender);
    return result.ok ? 'ok' : result.code;
  }
  at(now: number) {
    return statusOf(this.show, this.plan, now);
  }
  main(now: number) {
    const main = this.at(now).playbacks.find((one) => one.id.startsWith('main') && one.state !== 'ghost');
    if (!main) throw new Error(`nothing plays at ${now}`);
    return main;
  }
  /** Standing before the hold of cue 3. */
  static held(): Theatre {
    const theatre = new Theatre();
    theatre.do(0, 'go');
    return theatre;
  }
}
