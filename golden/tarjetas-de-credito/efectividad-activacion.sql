-- by nothing

-- cards, 2011-06-01 .. 2011-07-01: efectividad-activacion
with population as (
  select coalesce(r.quantity, 1) as quantity
    from cards r
   where r.issued_at_local >= timestamp '2011-06-01'
   and r.issued_at_local < timestamp '2011-07-01'
),
totals as (
  select coalesce(sum(quantity), 0) as total_1
    from population
)
select *
  from totals;

-- complaints, 2011-06-01 .. 2011-07-01: efectividad-activacion
with population as (
  select coalesce(r.quantity, 1) as quantity,
         r.reason
    from complaints r
   where r.received_at_local >= timestamp '2011-06-01'
   and r.received_at_local < timestamp '2011-07-01'
),
totals as (
  select coalesce(sum(quantity) filter (where reason = 'tarjeta-no-activada'), 0) as total_1
    from population
)
select *
  from totals;

-- by unit

-- cards, 2011-06-01 .. 2011-07-01: efectividad-activacion
with population as (
  select coalesce(r.quantity, 1) as quantity,
         r.unit
    from cards r
   where r.issued_at_local >= timestamp '2011-06-01'
   and r.issued_at_local < timestamp '2011-07-01'
),
totals as (
  select unit as key_1,
         coalesce(sum(quantity), 0) as total_1
    from population
   group by key_1
)
select key_1::varchar as dim_1, * exclude (key_1)
  from totals;

-- complaints, 2011-06-01 .. 2011-07-01: efectividad-activacion
with population as (
  select coalesce(r.quantity, 1) as quantity,
         r.reason,
         r.unit
    from complaints r
   where r.received_at_local >= timestamp '2011-06-01'
   and r.received_at_local < timestamp '2011-07-01'
),
totals as (
  select unit as key_1,
         coalesce(sum(quantity) filter (where reason = 'tarjeta-no-activada'), 0) as total_1
    from population
   group by key_1
)
select key_1::varchar as dim_1, * exclude (key_1)
  from totals;
