import { describe, expect, it } from 'vitest'
import { baseUrlOf, readConfig } from './config.ts'

function of (environment: Record<string, string>): string {
  const read = readConfig(environment, '/srv')
  return 'config' in read ? baseUrlOf(read.config) : ''
}

describe('the configuration', () => {
  it('has a value for everything', () => {
    expect(readConfig({}, '/srv/samskriv')).toEqual({ config: { port: 3000, host: 'localhost', dataFolder: '/srv/samskriv/data', publicUrl: null } })
  })

  it('tells all that is wrong at once', () => {
    const read = readConfig({ PORT: '30x', HOST: 'a b', DATA_DIR: ' ', PUBLIC_URL: 'samskriv.example.no/sti' }, '/srv')
    expect('wrong' in read && read.wrong.map(line => line.split(' ')[0])).toEqual(['PORT', 'HOST', 'DATA_DIR', 'PUBLIC_URL'])
  })

  it('refuses a port too high and a public address with a path, a name or another protocol', () => {
    for (const environment of [{ PORT: '65536' }, { PUBLIC_URL: 'https://a.no/b' }, { PUBLIC_URL: 'https://me@a.no' }, { PUBLIC_URL: 'ftp://a.no' }]) {
      expect('wrong' in readConfig(environment, '/srv')).toBe(true)
    }
  })

  it('says where people reach us', () => {
    expect(of({})).toBe('http://localhost:3000')
    expect(of({ HOST: '0.0.0.0', PORT: '80' })).toBe('http://localhost:80')
    expect(of({ HOST: '::1' })).toBe('http://[::1]:3000')
    expect(of({ PUBLIC_URL: 'https://samskriv.example.no/' })).toBe('https://samskriv.example.no')
  })
})
