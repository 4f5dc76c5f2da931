-- by nothing

-- requests, 2011-06-01 .. 2011-07-01: productividad-ejecutivo
with population as (
  select r.handling_min,
         r.person,
         assignments_by_person.schedule as schedule,
         null::bigint as standard_minutes
    from requests r
    left join assignments assignments_by_person on assignments_by_person.person = r.person and r.opened_at_local::date between assignments_by_person.from_date and assignments_by_person.to_date
   where r.opened_at_local >= timestamp '2011-06-01'
   and r.opened_at_local < timestamp '2011-07-01'
),
totals as (
  select sum(coalesce(handling_min, standard_minutes)) filter (where (person is null) is not true and (schedule is null) is not true) as total_1,
         count(*) filter (where (person is null) is not true and (schedule is null) is not true) as total_2,
         count(*) filter (where person is null) as total_3,
         count(*) filter (where schedule is null and (person is null) is not true) as total_4,
         count(*) filter (where handling_min is not null and (person is null) is not true and (schedule is null) is not true) as total_5,
         count(*) filter (where (handling_min is null and standard_minutes is not null) and (person is null) is not true and (schedule is null) is not true) as total_6,
         count(*) filter (where (handling_min is null and standard_minutes is null) and (person is null) is not true and (schedule is null) is not true) as total_7
    from population
)
select *
  from totals;

-- capacity, 2011-06-01 .. 2011-07-01: productividad-ejecutivo
with population as (
  select r.minutes,
         r.person
    from capacity r
   where r.date >= date '2011-06-01'
   and r.date < date '2011-07-01'
),
totals as (
  select count(distinct person) as total_1,
         sum(minutes) as total_2
    from population
)
select *
  from totals;

-- by unit

-- requests, 2011-06-01 .. 2011-07-01: productividad-ejecutivo
with population as (
  select r.handling_min,
         r.person,
         assignments_by_person.schedule as schedule,
         null::bigint as standard_minutes,
         r.unit
    from requests r
    left join assignments assignments_by_person on assignments_by_person.person = r.person and r.opened_at_local::date between assignments_by_person.from_date and assignments_by_person.to_date
   where r.opened_at_local >= timestamp '2011-06-01'
   and r.opened_at_local < timestamp '2011-07-01'
),
totals as (
  select unit as key_1,
         sum(coalesce(handling_min, standard_minutes)) filter (where (person is null) is not true and (schedule is null) is not true) as total_1,
         count(*) filter (where (person is null) is not true and (schedule is null) is not true) as total_2,
         count(*) filter (where person is null) as total_3,
         count(*) filter (where schedule is null and (person is null) is not true) as total_4,
         count(*) filter (where handling_min is not null and (person is null) is not true and (schedule is null) is not true) as total_5,
         count(*) filter (where (handling_min is null and standard_minutes is not null) and (person is null) is not true and (schedule is null) is not true) as total_6,
         count(*) filter (where (handling_min is null and standard_minutes is null) and (person is null) is not true and (schedule is null) is not true) as total_7
    from population
   group by key_1
)
select key_1::varchar as dim_1, * exclude (key_1)
  from totals;

-- capacity, 2011-06-01 .. 2011-07-01: productividad-ejecutivo
with population as (
  select r.minutes,
         r.person,
         r.unit
    from capacity r
   where r.date >= date '2011-06-01'
   and r.date < date '2011-07-01'
),
totals as (
  select unit as key_1,
         count(distinct person) as total_1,
         sum(minutes) as total_2
    from population
   group by key_1
)
select key_1::varchar as dim_1, * exclude (key_1)
  from totals;
