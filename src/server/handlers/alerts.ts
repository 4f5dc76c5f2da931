import { randomUUID } from 'node:crypto';
import type { alertRoutes } from '../../contract/index.ts';
import {
  ALERT_KINDS,
  ALERT_THRESHOLDS,
  FIGURE_ALERTS,
  type Person,
  Refusal,
  ROLES,
  toScope,
} from '../../kernel/index.ts';
import { nameRole, sayAlertKind, sayMailFailure, sayMailSent } from '../../sentences/index.ts';
import {
  composeDigests,
  endAlertRule,
  findDigestSetting,
  listAlertRules,
  listReachedNames,
  proposeMail,
  saveAlertAddress,
  saveAlertRule,
  saveDigestSetting,
  switchAlertRule,
  tryMail,
  viewAlerts,
  viewMail,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';
import { figuresOf } from './home.ts';

function getWho({ who }: Pick<Call, 'who'>): Person {
  if (who === null) throw new Refusal('not-signed-in');
  return who;
}

const toPlanner = (call: Pick<Call, 'who' | 'scope'>) => ({ who: getWho(call), scope: call.scope });

export const alertHandlers: Handlers<typeof alertRoutes> = {
  'get /api/alerts': async (call) => {
    const who = getWho(call);
    return {
      ...viewAlerts(call.institution, who),
      may_plan: toScope(who, 'plan-alerts', call.today) !== null,
    };
  },
  'post /api/alerts/seen': async (call) => {
    call.institution.ledger.alerts.see(getWho(call).id);
    return {};
  },
  'put /api/alerts/mail': async (call) => {
    saveAlertAddress(call.institution, getWho(call), call.body);
    return {};
  },
  'get /api/alert-rules': async (call) => {
    const { institution, scope, language, today } = call;
    const who = getWho(call);
    const isAll = scope.processes === null;
    return {
      rules: listAlertRules(institution).map((rule) => ({
        ...rule,
        sentence: { es: sayAlertKind(rule.rule, 'es'), en: sayAlertKind(rule.rule, 'en') },
        may_change: isAll || (rule.own && rule.made_by === who.name),
      })),
      digest: findDigestSetting(institution),
      may_set: isAll,
      kinds: ALERT_KINDS.map((kind) => ({
        kind,
        figures: FIGURE_ALERTS.includes(kind),
        threshold: ALERT_THRESHOLDS[kind] ?? null,
      })),
      indicators: listReachedNames(institution, scope),
      people: institution.ledger.people.company(today).people.map(({ id, name }) => ({ id, name })),
      roles: ROLES.map((id) => ({ id, name: nameRole(id, language) })),
    };
  },
  'post /api/alert-rules': async (call) => ({
    id: saveAlertRule(call.institution, toPlanner(call), call.body, null),
  }),
  'put /api/alert-rules/{id}': async (call) => ({
    id: saveAlertRule(call.institution, toPlanner(call), call.body, call.params.id),
  }),
  'delete /api/alert-rules/{id}': async (call) => {
    endAlertRule(call.institution, toPlanner(call), call.params.id);
    return {};
  },
  'put /api/standing-alerts/{id}': async (call) => {
    switchAlertRule(call.institution, toPlanner(call), call.params.id, call.body.off);
    return {};
  },
  'put /api/settings/digest': async (call) => {
    saveDigestSetting(call.institution, toPlanner(call), call.body);
    return {};
  },
  'post /api/digests': async (call) => {
    if (call.scope.processes !== null) throw new Refusal('out-of-scope');
    return { people: await composeDigests(call.institution, figuresOf(call), call.today) };
  },
  'get /api/settings/mail': async (call) => ({
    ...viewMail(call.institution),
    origin: call.request.origin,
    own_address: viewAlerts(call.institution, getWho(call)).mail.address,
  }),
  'put /api/settings/mail': async (call) =>
    proposeMail(call.institution, getWho(call), call.body.setting, call.body.reason),
  'post /api/settings/mail/test': async (call) => {
    const { institution, body, language, host } = call;
    const to = { name: getWho(call).name, address: body.to, language };
    const outcome = await tryMail(institution, host.mailer, body.setting, to, randomUUID());
    const sentence = outcome.sent ? sayMailSent(body.to) : sayMailFailure(outcome.failure, body.setting.host);
    return { sent: outcome.sent, sentence, answer: outcome.answer };
  },
};
