/** For so long what was killed is gone, in seconds. */
const GONE = 10

export const killInstance = {
  name: 'kill-instance',
  what: 'kill -9 of an instance',
  holds: 'the other one answers what comes through the front; the first starts again',
  async run({ cluster, seconds }) {
    await cluster.killInstance(1)
    await seconds(GONE)
    await cluster.startInstance(1)
  }
}

export const killNode = {
  name: 'kill-node',
  what: 'kill -9 of a database node that does not take the writes',
  holds: 'writes go on as soon as the others have agreed that it is gone; it comes back with all it missed',
  async run({ cluster, seconds }) {
    const [node] = await cluster.idleNodes()
    await killedForAWhile(node, cluster, seconds)
  }
}

export const killWriter = {
  name: 'kill-writer',
  what: 'kill -9 of the database node that takes the writes',
  holds: 'another one takes them; what was under way is done once or not at all',
  async run({ cluster, seconds }) {
    await killedForAWhile(await cluster.writer(), cluster, seconds)
  }
}

export const killBoth = {
  name: 'kill-both',
  what: 'kill -9 of an instance and of the node that takes the writes, at once',
  holds: 'the other instance goes on with another node',
  async run({ cluster, seconds }) {
    const node = await cluster.writer()
    await Promise.all([cluster.killInstance(2), cluster.killNode(node)])
    await seconds(GONE)
    await Promise.all([cluster.startInstance(2), cluster.startNode(node)])
  }
}

async function killedForAWhile(node, cluster, seconds) {
  await cluster.killNode(node)
  await seconds(GONE)
  await cluster.startNode(node)
}
