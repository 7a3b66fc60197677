export const fullDisk = {
  name: 'full-disk',
  what: 'the disk under the node that takes the writes is full, and has room again',
  holds: 'nothing acknowledged is lost, and writes go on elsewhere or wait for room',
  async run({ cluster, seconds, until }) {
    const node = await cluster.writer()
    cluster.disks.fill(node)
    await seconds(20)
    cluster.disks.free(node)
    // A server that could not write what all others have leaves the cluster and ends itself
    if (!cluster.isNodeRunning(node)) await cluster.startNode(node)
  }
}
