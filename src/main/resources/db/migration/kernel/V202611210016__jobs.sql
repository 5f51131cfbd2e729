-- The schedule that several processes share; the columns are those that db-scheduler 16 reads and writes.
create table kernel.scheduled_task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_task_by_time on kernel.scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on kernel.scheduled_task (last_heartbeat);
