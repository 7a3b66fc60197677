// The cluster of deploy/cluster, each of its nodes at a cable and on a disk of its own.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, jdk, run, start } from '../../bench/drive/processes.mjs'
import { Disks } from './disks.mjs'
import { basic, Visitor } from './http.mjs'
import { Network } from './network.mjs'
import { until } from './wait.mjs'

const SCRIPT = fileURLToPath(new URL('../cluster/cluster', import.meta.url))
const NODES = [1, 2, 3]
const ADMIN = 'first', ADMIN_PASSWORD = 'for-the-opening-of-accounts-only'
/** A claim of an instance that was killed is not waited for long. */
const LEASE = '5S'
const LONGEST_START = 300
const LONGEST_READINESS = 3_000

/** A clock that is off by so much; what only measures how long something took is not touched, and who waits is not woken at once. */
const clockPrefix = offset => `env FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0 faketime -m -f ${offset}`

export class Cluster {
  nodes = NODES
  /** Tells what is done; each fault has its own way. */
  say = console.log
  #env
  #folder

  static async start({ work, application }) {
    const cluster = new Cluster()
    const folder = cluster.#folder = resolve(work)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    cluster.network = await Network.make(NODES)
    cluster.disks = await Disks.mount(new Map(NODES.map(node => [node, join(folder, 'node' + node)])))
    cluster.#env = {
      OFFSHELF_CLUSTER_FOLDER: folder, OFFSHELF_CLUSTER_JAR: resolve(application, 'quarkus-run.jar'),
      OFFSHELF_ADMIN_NAME: ADMIN, OFFSHELF_ADMIN_PASSWORD: ADMIN_PASSWORD,
      OFFSHELF_SNAPSHOTS_CRON: 'off', OFFSHELF_SNAPSHOTS_LEASE: LEASE, OFFSHELF_IMPORTS_LEASE: LEASE,
      ...Object.fromEntries(NODES.flatMap(node => [
        [`OFFSHELF_CLUSTER_NODE_${node}_ADDRESS`, cluster.network.address(node)],
        [`OFFSHELF_CLUSTER_NODE_${node}_PREFIX`, cluster.network.inside(node).join(' ')]
      ]))
    }
    const began = performance.now()
    await cluster.#script('start')
    const settings = Object.fromEntries((await cluster.#script('settings')).trim().split('\n').map(line => line.split(/=(.*)/, 2)))
    cluster.front = { name: 'front', url: settings.url }
    cluster.instances = [1, 2].map(number => ({ name: 'instance ' + number, number, url: settings[`instance_${number}_url`] }))
    cluster.database = { hostname: '127.0.0.1', port: Number(settings.database_port) }
    cluster.account = { user: settings.database_user, password: settings.database_password }
    cluster.owner = { user: settings.migrate_user, password: settings.migrate_password }
    console.log(`three nodes, two instances and HAProxy after ${((performance.now() - began) / 1000).toFixed(0)} s`)
    return cluster
  }

  #script(...args) {
    return run(SCRIPT, args, { seconds: LONGEST_START, env: this.#env })
  }

  // --- Nodes

  killNode(node) {
    this.say(`node ${node} is killed`)
    return this.#script('node', 'kill', node)
  }

  /** @param clock by how much its clock is off: -5s */
  async startNode(node, { clock } = {}) {
    const prefix = `OFFSHELF_CLUSTER_NODE_${node}_PREFIX`
    const env = clock ? { [prefix]: `${this.#env[prefix]} ${clockPrefix(clock)}` } : {}
    this.say(`node ${node} starts${clock ? ' with its clock at ' + clock : ''}`)
    await run(SCRIPT, ['node', 'start', node], { seconds: LONGEST_START, env: { ...this.#env, ...env } })
    this.say(`node ${node} is back`)
  }

  signalNode(node, signal) {
    this.say(`${signal} to node ${node}`)
    process.kill(this.#pid('node' + node), signal)
  }

  isNodeRunning(node) {
    return this.#pid('node' + node) !== undefined
  }

  /** Whether it takes part in the cluster, as its server says. */
  async isNodeConnected(node) {
    const [[, connected]] = await this.sql(node, "show status like 'wsrep_connected'")
    return connected === 'ON'
  }

  /** Of a process that runs. */
  #pid(name) {
    const file = join(this.#folder, name + '.pid')
    const pid = existsSync(file) && Number(readFileSync(file, 'utf8'))
    return pid && existsSync(`/proc/${pid}/exe`) ? pid : undefined
  }

  /** Whether its log tells of such a thing. */
  nodeSays(node, pattern) {
    return pattern.test(readFileSync(join(this.#folder, 'logs', `node${node}.log`), 'utf8'))
  }

  /** Rows of columns, as text. */
  async sql(node, statement) {
    const text = await this.#script('sql', node, '--batch', '--skip-column-names', '--raw', '--execute', statement)
    return text.split('\n').slice(0, -1).map(line => line.split('\t'))
  }

  /** The node to which writes go, as who comes through HAProxy finds it. */
  writer() {
    return until('some node takes writes', 60, async () => {
      const [[name]] = await this.#throughProxy('select @@wsrep_node_name')
      return Number(name.replace('node', ''))
    })
  }

  async #throughProxy(statement) {
    const { hostname, port } = this.database
    try {
      const text = await run('mariadb', ['--no-defaults', '--host', hostname, '--port', port, '--user', this.account.user, '--connect-timeout=3',
        '--batch', '--skip-column-names', '--execute', statement], { seconds: 5, env: { MYSQL_PWD: this.account.password } })
      return text.split('\n').slice(0, -1).map(line => line.split('\t'))
    } catch {
      return [['']]
    }
  }

  async idleNodes() {
    const writer = await this.writer()
    return NODES.filter(node => node !== writer)
  }

  /** The one that takes the writes when the present one cannot: HAProxy's first that can. */
  async nextWriter() {
    return Math.min(...await this.idleNodes())
  }

  async secondsBehind(node, other) {
    const [ours, theirs] = await Promise.all([node, other].map(async one => Number((await this.sql(one, 'select unix_timestamp(sysdate(6))'))[0][0])))
    return theirs - ours
  }

  // --- Instances

  killInstance(number) {
    this.say(`instance ${number} is killed`)
    return this.#script('instance', 'kill', number)
  }

  /** @param database where it finds it, if not at HAProxy; `clock` as of a node */
  async startInstance(number, { database, clock } = {}) {
    const env = {
      ...clock && { [`OFFSHELF_CLUSTER_INSTANCE_${number}_PREFIX`]: clockPrefix(clock) },
      ...database && { OFFSHELF_CLUSTER_JDBC_URL: `jdbc:mariadb://${database.hostname}:${database.port}/offshelf` }
    }
    this.say(`instance ${number} starts${clock ? ' with its clock at ' + clock : ''}${database ? ', its database behind a proxy' : ''}`)
    await run(SCRIPT, ['instance', 'start', number], { seconds: LONGEST_START, env: { ...this.#env, ...env } })
    this.say(`instance ${number} is ready`)
  }

  /** One more, beside the two, on a database of this name in the cluster: a process and where it answers. */
  async startBeside(database, name = database) {
    const port = await freePort()
    const folder = join(this.#folder, name)
    mkdirSync(folder, { recursive: true })
    const child = start(jdk('java'), ['-Xmx256m', '-XX:+UseSerialGC', '-Djava.io.tmpdir=' + folder, '-jar', this.#env.OFFSHELF_CLUSTER_JAR], {
      cwd: folder, log: join(folder, 'log'), env: {
        QUARKUS_HTTP_HOST: '127.0.0.1', QUARKUS_HTTP_PORT: port, OFFSHELF_DATA_SET_LOAD: 'false', OFFSHELF_SNAPSHOTS_CRON: 'off',
        QUARKUS_DATASOURCE_JDBC_URL: `jdbc:mariadb://${this.database.hostname}:${this.database.port}/${database}`,
        QUARKUS_DATASOURCE_USERNAME: this.owner.user, QUARKUS_DATASOURCE_PASSWORD: this.owner.password
      }
    })
    return { child, place: { name, url: `http://127.0.0.1:${port}` } }
  }

  async isReady(place) {
    const visitor = new Visitor(place)
    const { status } = await visitor.get('/q/health/ready', { longest: LONGEST_READINESS })
    visitor.leave()
    return status === 200
  }

  /** The instance in which some thread is at work in the class; none, if there is none. */
  async instanceThat(className) {
    const found = await Promise.all(this.instances.map(async ({ number }) => {
      const pid = this.#pid('instance' + number)
      const threads = pid && await run(jdk('jstack'), [pid], { seconds: 20 }).catch(() => '')
      return threads?.includes(`at ${className}`) && number
    }))
    return found.find(number => number)
  }

  // --- All of it

  async openAccount({ name, password }) {
    const admin = new Visitor(this.front, { authorization: basic(ADMIN, ADMIN_PASSWORD), 'content-type': 'application/json' })
    const { status, body } = await admin.ask('POST', '/v1/accounts', { body: JSON.stringify({ name, password, roles: ['curator'] }) })
    admin.leave()
    if (status !== 201) throw new Error(`No account: ${status} ${body}`)
  }

  /** Until every part of it is well. */
  whole() {
    let last
    return until('the cluster is whole', LONGEST_START, () => this.#script('status').then(() => true, error => {
      last = error.message
    }), { every: 500, state: () => last })
  }

  /** Whatever a fault has left: takes it back. */
  async heal() {
    for (const node of NODES) {
      await this.network.join(node)
      this.disks.free(node)
      if (this.isNodeRunning(node)) process.kill(this.#pid('node' + node), 'SIGCONT')
    }
    await this.#script('start')
    await this.whole()
  }
}
