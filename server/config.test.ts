import { describe, expect, it } from 'vitest'
import { baseUrlOf, readConfig } from './config.ts'

function of (environment: Record<string, string>): string {
  const read = readConfig(environment, '/srv')
  return 'config' in read ? baseUrlOf(read.config) : ''
}

function trusting (proxies: string): string | null {
  const read = readConfig({ TRUST_PROXY: proxies }, '/srv')
  return 'config' in read ? read.config.trustProxy : null
}

describe('the configuration', () => {
  it('has a value for everything', () => {
    expect(readConfig({}, '/srv/samskriv')).toEqual({ config: { port: 3000, host: 'localhost', dataFolder: '/srv/samskriv/data', publicUrl: null, trustProxy: 'loopback' } })
  })

  it('tells all that is wrong at once', () => {
    const read = readConfig({ PORT: '30x', HOST: 'a b', DATA_DIR: ' ', PUBLIC_URL: 'samskriv.example.no/sti', TRUST_PROXY: 'all' }, '/srv')
    expect('wrong' in read && read.wrong.map(line => line.split(' ')[0])).toEqual(['PORT', 'HOST', 'DATA_DIR', 'PUBLIC_URL', 'TRUST_PROXY'])
  })

  it('refuses a port too high and a public address with a path, a name or another protocol', () => {
    for (const environment of [{ PORT: '65536' }, { PUBLIC_URL: 'https://a.no/b' }, { PUBLIC_URL: 'https://me@a.no' }, { PUBLIC_URL: 'ftp://a.no' }]) {
      expect('wrong' in readConfig(environment, '/srv')).toBe(true)
    }
  })

  it('takes addresses and subnets of proxies, and neither a count, a host name nor everybody', () => {
    expect(trusting(' loopback, 10.0.0.7 ,192.168.4.0/24,fd00::/8')).toBe('loopback,10.0.0.7,192.168.4.0/24,fd00::/8')
    for (const proxies of ['', '1', 'true', 'proxy.example.no', '10.0.0.0/0', '10.0.0.0/33', '10.0.0.0/8/8', 'fd00::/129', '10.0.0.7,']) expect([proxies, trusting(proxies)]).toEqual([proxies, null])
  })

  it('says where people reach us', () => {
    expect(of({})).toBe('http://localhost:3000')
    expect(of({ HOST: '0.0.0.0', PORT: '80' })).toBe('http://localhost:80')
    expect(of({ HOST: '::1' })).toBe('http://[::1]:3000')
    expect(of({ PUBLIC_URL: 'https://samskriv.example.no/' })).toBe('https://samskriv.example.no')
  })
})
