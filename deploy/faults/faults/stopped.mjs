export const stoppedWriter = {
  name: 'stopped-writer',
  what: 'the node that takes the writes stands still for 30 s (SIGSTOP)',
  holds: 'another one takes the writes; when it goes on it finds itself left out, and catches up',
  async run({ cluster, seconds }) {
    const node = await cluster.writer()
    cluster.signalNode(node, 'SIGSTOP')
    await seconds(30)
    cluster.signalNode(node, 'SIGCONT')
  }
}

const SOON = 15

export const stoppedDatabase = {
  name: 'stopped-database',
  what: 'all database nodes stand still for 20 s',
  holds: `each instance says within ${SOON} s that it is not ready, and answers 503, not 500; it is ready again after`,
  async run({ cluster, seconds, until }) {
    const began = performance.now()
    cluster.nodes.forEach(node => cluster.signalNode(node, 'SIGSTOP'))
    try {
      await until('no instance says that it is ready', SOON, async () =>
        (await Promise.all(cluster.instances.map(instance => cluster.isReady(instance)))).every(isReady => !isReady), { every: 500 })
      await seconds(Math.max(0, 20 - (performance.now() - began) / 1000))
    } finally {
      cluster.nodes.forEach(node => cluster.signalNode(node, 'SIGCONT'))
    }
  }
}
