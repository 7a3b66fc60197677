// Stands between a client and a server and treats badly what the server says.
import { connect, createServer } from 'node:net'
import { sleep } from './wait.mjs'

export class Proxy {
  /** What becomes of each piece that a server says; it may be changed at any time, also for connections that stand. */
  treat = untouched
  #server
  #sockets = new Set()

  /** @returns one that listens on any port of the address */
  static async before({ hostname: host, port }, address = '127.0.0.1') {
    const proxy = new Proxy()
    proxy.#server = createServer(client => {
      const server = connect(port, host)
      for (const [socket, other] of [[client, server], [server, client]]) {
        proxy.#sockets.add(socket)
        socket.setNoDelay(true).on('error', () => {}).on('close', () => {
          proxy.#sockets.delete(socket)
          other.destroy()
        })
      }
      client.pipe(server)
      const connection = {}
      server.on('data', data => proxy.treat(data, client, connection))
    })
    await new Promise(done => proxy.#server.listen(0, address, done))
    return Object.assign(proxy, { hostname: address, port: proxy.#server.address().port })
  }

  stop() {
    this.#sockets.forEach(socket => socket.destroy())
    return new Promise(done => this.#server.close(done))
  }
}

/** All that is said comes so much later, and nothing before what was said earlier. */
export const late = ms => (data, client, connection) => {
  const due = performance.now() + ms
  connection.said = Promise.resolve(connection.said).then(() => {
    const left = due - performance.now()
    return left > 0 && sleep(left)
  }).then(() => client.write(data))
}

export const untouched = late(0)

/** The connection is reset after so many bytes, in the middle of whatever is on its way. */
export const cut = (least, most) => (data, client, connection) => {
  connection.left ??= least + Math.floor(Math.random() * (most - least))
  client.write(data.subarray(0, connection.left))
  connection.left -= data.length
  if (connection.left <= 0) client.resetAndDestroy()
}
