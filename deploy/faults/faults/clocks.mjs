export const instanceClock = {
  name: 'instance-clock',
  what: 'the clock of an instance is an hour ahead, and then an hour behind',
  holds: 'it answers and writes as the other one does: what counts is the time of the database',
  async run({ cluster, seconds }) {
    for (const offset of ['+1h', '-1h']) {
      await cluster.killInstance(1)
      await cluster.startInstance(1, { clock: offset })
      await seconds(8)
    }
    await cluster.killInstance(1)
    await cluster.startInstance(1)
  }
}

const BEHIND = 5

export const nodeClock = {
  name: 'node-clock',
  what: `a database node whose clock is ${BEHIND} s behind takes over the writes`,
  holds: 'writes go on, each revision after the one before and an exact state, whatever the clock says',
  async run({ cluster, seconds, until }) {
    const writer = await cluster.writer()
    const next = await cluster.nextWriter()
    await cluster.killNode(next)
    await cluster.startNode(next, { clock: `-${BEHIND}s` })
    await cluster.whole()
    const behind = await cluster.secondsBehind(next, writer)
    if (behind < BEHIND - 1) throw new Error(`The clock of node ${next} is ${behind} s behind, not ${BEHIND}.`)
    await cluster.killNode(writer)
    await until(`node ${next} takes the writes`, 60, async () => await cluster.writer() === next)
    await seconds(15)
    await cluster.startNode(writer)
    await cluster.whole()
    await cluster.killNode(next)
    await cluster.startNode(next)
  }
}
