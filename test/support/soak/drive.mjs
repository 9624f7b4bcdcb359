/** An operator who never tires: GO where the show waits, a sting now and then, a fix by the designer, from the top again. */
const atMost = 12;

/** `goAfter`: seconds of the show between two GOs. @returns a step, to be called again and again with the status */
export function driver(client, { stings, goAfter = 12 }) {
  let lastGo = -Infinity;
  let steps = 0;
  const count = { go: 0, sting: 0, edit: 0, reset: 0 };
  const post = (name, args) => client.verb(name, args).catch(() => undefined);
  const step = async (clock) => {
    const now = await client.status();
    steps += 1;
    const [main] = now.playbacks;
    const waits = !main || main.state === 'holding';
    if (main && now.cues.standby === null && (waits || clock - lastGo > atMost * goAfter)) {
      count.reset += 1;
      await post('reset');
    } else if (waits || clock - lastGo > goAfter) {
      lastGo = clock;
      count.go += 1;
      await post('go');
    }
    if (stings.length > 0 && steps % 5 === 0) {
      count.sting += 1;
      await post('cue/go', { cue: stings[count.sting % stings.length] });
    }
    if (steps % 7 === 0) {
      count.edit += 1;
      await post('master', { level: 0.8 + (count.edit % 3) / 10 });
    }
    return now;
  };
  return { step, count };
}
