// Waiting for conditions, always with a bound.

export const sleep = ms => new Promise(done => setTimeout(done, ms))

/** Asks until the answer is true, or fails and says what was not so, with what `state` tells of it. */
export async function until(what, seconds, condition, { every = 200, state } = {}) {
  for (const deadline = performance.now() + seconds * 1000; ; await sleep(every)) {
    const found = await condition()
    if (found) return found
    if (performance.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}${state ? ` (${await state()})` : ''}`)
  }
}
