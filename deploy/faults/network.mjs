// Each database node in a network namespace of its own, all at one bridge: pulling its cable cuts it off from everybody.
import { run } from '../../bench/drive/processes.mjs'

const BRIDGE = 'faults', PREFIX = 24
/** Of the range kept for tests of network devices (RFC 2544), which nobody else uses. */
const address = number => `198.18.0.${number}`
const OURS = 254

const ip = (...args) => run('ip', args, { seconds: 10 })
const namespace = node => 'node' + node
const cable = node => 'cable' + node

export class Network {
  static async make(nodes) {
    await ip('link', 'add', BRIDGE, 'type', 'bridge')
    await ip('addr', 'add', `${address(OURS)}/${PREFIX}`, 'dev', BRIDGE)
    await ip('link', 'set', BRIDGE, 'up')
    for (const node of nodes) {
      const inside = ['-n', namespace(node)]
      await ip('netns', 'add', namespace(node))
      await ip('link', 'add', cable(node), 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace(node))
      await ip('link', 'set', cable(node), 'master', BRIDGE, 'up')
      await ip(...inside, 'addr', 'add', `${address(node)}/${PREFIX}`, 'dev', 'eth0')
      await ip(...inside, 'link', 'set', 'eth0', 'up')
      await ip(...inside, 'link', 'set', 'lo', 'up')
    }
    return new Network()
  }

  address(node) {
    return address(node)
  }

  /** What a command has to begin with to run beside the node. */
  inside(node) {
    return ['ip', 'netns', 'exec', namespace(node)]
  }

  /** Nothing comes through any more, and nobody is told. */
  cut(node) {
    return ip('link', 'set', cable(node), 'down')
  }

  join(node) {
    return ip('link', 'set', cable(node), 'up')
  }
}
