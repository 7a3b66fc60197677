export const fullDisk = {
  name: 'full-disk',
  what: 'the disk under the node that takes the writes is full, and has room again',
  holds: 'nothing acknowledged is lost, and writes go on elsewhere or wait for room',
  async run({ cluster, seconds, until }) {
    const node = await cluster.writer()
    cluster.disks.fill(node)
    await until(`node ${node} finds its disk full`, 120, () => cluster.nodeSays(node, /No space left|errno: 28|is full|disk full/i))
    await seconds(15)
    cluster.disks.free(node)
    // One that could not write what all others have is voted out of the cluster: it has ended itself, or has to be restarted
    if (cluster.isNodeRunning(node) && !await cluster.isNodeConnected(node)) await cluster.killNode(node)
    if (!cluster.isNodeRunning(node)) await cluster.startNode(node)
  }
}
