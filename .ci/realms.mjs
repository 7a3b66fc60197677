// Writes what Keycloak starts with: the realm that the registry trusts, and another one that only looks like it.
// node .ci/realms.mjs <folder>
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]

const audience = name => ({
  name: `audience ${name}`,
  protocol: 'openid-connect',
  protocolMapper: 'oidc-audience-mapper',
  config: { 'included.custom.audience': name, 'access.token.claim': 'true', 'id.token.claim': 'false' }
})
const client = (clientId, mappers, attributes = {}) =>
  ({ clientId, publicClient: true, directAccessGrantsEnabled: true, standardFlowEnabled: false, protocolMappers: mappers, attributes })
const user = (username, ...realmRoles) => ({
  username, enabled: true, email: `${username}@example.org`, emailVerified: true, firstName: username, lastName: 'Test', realmRoles,
  credentials: [{ type: 'password', value: `${username}-of-the-provider`, temporary: false }]
})

for (const realm of ['offshelf', 'other']) {
  writeFileSync(join(folder, `${realm}.json`), JSON.stringify({
    realm,
    enabled: true,
    sslRequired: 'none',
    roles: { realm: [{ name: 'curator' }, { name: 'admin' }] },
    clients: [
      client('registry', [audience('offshelf')]),
      client('short', [audience('offshelf')], { 'access.token.lifespan': '2' }),
      client('elsewhere', [audience('elsewhere')])
    ],
    users: [user('ann', 'curator'), user('boss', 'admin'), user('eve')]
  }))
}
