import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

// What everything is compared with: sends each frame on to all others at the same address, stores nothing, asks nobody.
const rooms = new Map<string, Set<WebSocket>>()
const server = createServer({ noDelay: true })
const sockets = new WebSocketServer({ server, perMessageDeflate: false })

sockets.on('connection', (socket, request) => {
  const name = request.url ?? '/'
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  socket.on('message', (bytes: Buffer) => {
    for (const member of room) if (member !== socket) member.send(bytes)
  })
  socket.on('close', () => { room.delete(socket) })
  socket.on('error', () => undefined)
})

server.listen(0, '127.0.0.1', () => { console.log(`relay: ${(server.address() as AddressInfo).port}`) })
process.on('SIGTERM', () => process.exit(0))
