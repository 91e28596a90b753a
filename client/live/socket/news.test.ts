import { describe, expect, it } from 'vitest'
import { stage as setStage } from '../testing/stage.ts'
import { until } from '../testing/until.ts'

const stage = setStage()

describe('what changes beside the text', () => {
  it('is told by topic, and counts as changed altogether when the connection was away', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    expect(eier.session.news.get()).toEqual({ view: 0, comments: 0, medbestemmelse: 0, proposals: 0 })
    stage.server.tell('comments')
    await until(eier.session.news, news => news.comments === 1)
    expect(eier.session.news.get()).toEqual({ view: 0, comments: 1, medbestemmelse: 0, proposals: 0 })
    stage.server.drop()
    eier.online()
    await until(eier.session.news, news => news.comments === 2)
    expect(eier.session.news.get()).toEqual({ view: 1, comments: 2, medbestemmelse: 1, proposals: 1 })
  })
})
