import type { ApiAnswer } from '../../app/api.ts';

export type HomeAnswer = ApiAnswer<'get /api/home'>;
export type HomeView = NonNullable<HomeAnswer['view']>;
export type HomeIndicator = HomeView['indicators'][number];
export type Need = HomeAnswer['needs'][number];
export type HeatAnswer = ApiAnswer<'get /api/home/heat'>;
