-- by unit

-- operations, 2021-03-01 .. 2021-04-01: visitas-por-cliente
with population as (
  select r.disbursed_at,
         r.disbursed_at_local,
         r.disbursed_at_work,
         r.unit
    from operations r
   where r.applied_at_local >= timestamp '2021-03-01'
   and r.applied_at_local < timestamp '2021-04-01'
),
totals as (
  select unit as key_1,
         count(*) filter (where disbursed_at is not null) as total_1
    from population
   group by key_1
)
select key_1::varchar as dim_1, * exclude (key_1)
  from totals;

-- visits, 2021-03-01 .. 2021-04-01: visitas-por-cliente
with population as (
  select r.operation,
         r.unit
    from visits r
   where r.visited_at_local >= timestamp '2021-03-01'
   and r.visited_at_local < timestamp '2021-04-01'
),
totals as (
  select unit as key_1,
         count(*) filter (where operation is not null) as total_1
    from population
   group by key_1
)
select key_1::varchar as dim_1, * exclude (key_1)
  from totals;
