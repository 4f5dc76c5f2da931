-- by unit

-- operations, 2021-03-01 .. 2021-04-01: tiempo-de-desembolso
with population as (
  select r.applied_at,
         r.applied_at_local,
         r.applied_at_work,
         r.disbursed_at,
         r.disbursed_at_local,
         r.disbursed_at_work,
         r.outcome,
         r.unit
    from operations r
   where r.applied_at_local >= timestamp '2021-03-01'
   and r.applied_at_local < timestamp '2021-04-01'
),
classification as (
  select *,
         case when true then 1 end::utinyint as indicator
    from population
),
measurement as (
  select *,
         (epoch_us(disbursed_at) - epoch_us(applied_at)) as measure,
         86400000000 as limit_value
    from classification
),
judgement as (
  select *,
         case when ((outcome is null or outcome is distinct from 'negado')) is not true then 3
              when disbursed_at is null then case when (epoch_us(make_timestamp(1629821460000000)) - epoch_us(applied_at)) > limit_value then 2 else 1 end
              when measure is null then 4 else 0 end::utinyint as state
    from measurement
),
grain as (
  select unit as key_1,
         indicator,
         state,
         count(*) as facts,
         count(*) filter (where measure <= limit_value) as inside,
         count(*) filter (where limit_value is not null) as limited,
         quantile_cont(measure, [0.5, 0.9]) as percentiles,
         min(limit_value) as least_limit,
         max(limit_value) as greatest_limit,
         sum(measure) as value_1,
         count(*) filter (where measure is not null) as value_2
    from judgement
   where indicator is not null
   group by key_1, indicator, state
)
select key_1::varchar as dim_1, * exclude (key_1, percentiles), percentiles[1] as p50, percentiles[2] as p90
  from grain;
