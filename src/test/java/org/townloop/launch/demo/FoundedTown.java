package org.townloop.launch.demo;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;
import org.townloop.loop.checkout.Audit;
import tools.jackson.databind.json.JsonMapper;

/** A database of its own with the demo town in it, and the few modules that are asked about it. */
public final class FoundedTown implements AutoCloseable {

    /** Not marked as a configuration: the program would find it beside its own and take its database from here. */
    @EnableTransactionManagement
    @Import(Audit.class)
    @ComponentScan(
            basePackages = {
                "org.townloop.base.region",
                "org.townloop.supply.pack",
                "org.townloop.supply.merchant",
                "org.townloop.loop.ledger",
                "org.townloop.launch.demo"
            },
            lazyInit = true,
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class Modules {

        @Bean
        DataSource dataSource(Database database) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(database.url());
            pool.setUsername(database.app().user());
            pool.setPassword(database.app().password());
            pool.setMaximumPoolSize(3);
            return pool;
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbc) {
            return JdbcClient.create(jdbc);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }
    }

    /** The tables whose rows the town is made of; the database or the program writes the others. */
    private static final String TABLES = """
        select schemaname || '.' || tablename as name from pg_tables
        where schemaname not in ('public', 'pg_catalog', 'information_schema', 'pack', 'kernel')
        order by 1
        """;

    private record Table(String name) {}

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JdbcClient jdbc;

    FoundedTown(Instant now, Progress progress) {
        this(now, TestTown.fresh());
        build(progress);
    }

    /** The modules on a database in which the town may be already. */
    public FoundedTown(Instant now, Database database) {
        context.registerBean(Database.class, () -> database);
        context.registerBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
        context.register(Modules.class);
        context.refresh();
        jdbc = context.getBean(JdbcClient.class);
    }

    public void build(Progress progress) {
        context.getBean(DemoTown.class).build(progress);
    }

    public <T> T ask(Class<T> module) {
        return context.getBean(module);
    }

    /** The number that the query counts. */
    long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    public JdbcClient sql() {
        return jdbc;
    }

    /** How many rows each table has, and a checksum of them. */
    public Map<String, String> fingerprint() {
        var prints = new TreeMap<String, String>();
        for (var table : tables()) {
            prints.put(
                    table.name(),
                    jdbc.sql("select count(*) || ' rows, ' || coalesce(sum(hashtextextended("
                                    + "(to_jsonb(t) - 'xid' - 'to_xid' - 'to_id')::text, 0)), 0) as"
                                    + " name from "
                                    + table.name() + " t")
                            .query(Table.class)
                            .single()
                            .name());
        }
        return prints;
    }

    private List<Table> tables() {
        return jdbc.sql(TABLES)
                .query((row, number) -> new Table(row.getString("name")))
                .list();
    }

    @Override
    public void close() {
        context.close();
    }
}
