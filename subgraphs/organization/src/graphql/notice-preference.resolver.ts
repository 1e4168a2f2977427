import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { readNoticePreferences } from '../usecases/read-notice-preferences';
import { setNoticePreference } from '../usecases/set-notice-preference';
import type { OrganizationHubContext } from './hub-context';
import { SetNoticePreferenceInput } from './notice.input';
import { NoticePreference, toNoticePreference } from './notice-preference.type';

/** How somebody is told, besides the inbox. */
@Resolver()
export class NoticePreferenceResolver {
  @Query(() => [NoticePreference], { description: '本人的全部通知渠道，未设置过的也列出。错误：ROLE_NOT_ALLOWED。' })
  async myNoticePreferences(@Ctx() ctx: OrganizationHubContext): Promise<NoticePreference[]> {
    return (await readNoticePreferences(ctx)).map(toNoticePreference);
  }

  @Mutation(() => [NoticePreference], {
    description:
      '设置本人的一个站外渠道，返回全部渠道；站内通知不能关闭。错误：ROLE_NOT_ALLOWED、STALE_VERSION、NOTICE_ADDRESS_INVALID、NOTICE_ADDRESS_REQUIRED、NOTICE_ADDRESS_NOT_ALLOWED、NOTICE_CHANNEL_OFF、NOTICE_SECRET_INVALID、NOTICE_SECRET_REQUIRED、NOTICE_QUIET_HOURS。',
  })
  async setNoticePreference(
    @Arg('input', () => SetNoticePreferenceInput) input: SetNoticePreferenceInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<NoticePreference[]> {
    await setNoticePreference(ctx, input);
    return this.myNoticePreferences(ctx);
  }
}
