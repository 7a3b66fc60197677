const cutOff = (name, what, holds, choose) => ({
  name, what, holds,
  async run({ cluster, seconds }) {
    const node = await choose(cluster)
    await cluster.network.cut(node)
    await seconds(15)
    await cluster.network.join(node)
  }
})

export const cutNode = cutOff('cut-node', 'a database node that does not take the writes is cut off, and back',
  'the other two are the majority and go on; it catches up', async cluster => (await cluster.idleNodes())[0])

export const cutWriter = cutOff('cut-writer', 'the node that takes the writes is cut off, and back',
  'alone it takes none; the majority goes on with another', cluster => cluster.writer())
