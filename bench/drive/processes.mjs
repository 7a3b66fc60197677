// The processes of a run: whatever happens, none of them outlives it.
import { execFile, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** A program of the JDK that JAVA_HOME names, or else of the first there is. */
export const jdk = program => process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', program) : program
const running = new Set()
let isEnding = false

export const sleep = ms => new Promise(done => setTimeout(done, ms))

/** Starts a process that goes on beside us; what it says goes to the log. */
export function start(command, args, { log, env = {}, cwd } = {}) {
  if (isEnding) throw new Error('The run is ending.')
  const out = openSync(log, 'a')
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', out, out] })
  closeSync(out)
  child.log = log
  child.over = new Promise(done => {
    child.once('exit', (code, signal) => done(signal ?? code))
    child.once('error', error => done(error.message))
  }).finally(() => running.delete(child))
  running.add(child)
  return child
}

/** Runs a program to its end and gives what it wrote; one that fails, or takes longer than so many seconds, is an error. */
export async function run(command, args, { seconds = 600, env = {}, ...options } = {}) {
  if (isEnding) throw new Error('The run is ending.')
  const promise = execute(command, args, { maxBuffer: 1 << 30, timeout: seconds * 1000, killSignal: 'SIGKILL', ...options,
    env: { ...process.env, ...env } })
  running.add(promise.child)
  try {
    return (await promise).stdout
  } catch (e) {
    const why = e.code === 'ENOENT' ? 'is not installed' : e.killed ? `did not end in ${seconds} s` : `failed: ${(e.stderr || e.message).slice(-800)}`
    throw new Error(`${command} ${why}`)
  } finally {
    running.delete(promise.child)
  }
}

/** Asks a process to end, and makes it after a minute. */
export async function stop(child) {
  if (!running.has(child)) return
  child.kill('SIGTERM')
  const isOver = await Promise.race([child.over.then(() => true), sleep(60_000).then(() => false)])
  if (!isOver) {
    child.kill('SIGKILL')
    await child.over
  }
}

/** Ends all that is left, at once: the data is thrown away. */
export function killAll() {
  isEnding = true
  for (const child of running) child.kill('SIGKILL')
}

export const isRunning = child => running.has(child)

/** Seconds of all processors it has used so far, in hundredths. */
export function processorTime(child) {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
  const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13) // the name before it may have blanks
  return (Number(user) + Number(system)) / 100
}

/** In bytes, as the operating system counts it. */
export function residentMemory(child) {
  return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1])
}

export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}
