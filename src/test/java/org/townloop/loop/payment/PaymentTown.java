package org.townloop.loop.payment;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Together;
import org.townloop.base.kernel.Turns;
import org.townloop.launch.postgres.Database;

/** Payment with nothing around it: a database, a clock, a gateway, and somebody who is told. */
final class PaymentTown implements AutoCloseable {

    static final RegionId WILLOW_CREEK = new RegionId(990_001);
    static final Money PRICE = Money.of(12_800, "CNY");
    static final PersonId RESIDENT = new PersonId(Ids.next(WILLOW_CREEK, TestClock.START));

    @EnableTransactionManagement
    static class Wiring {}

    final TestClock clock = new TestClock();
    final Told told = new Told();
    final ToldOfChargebacks toldOfChargebacks = new ToldOfChargebacks();
    final JdbcClient jdbc;
    final Intents intents;
    final Refunds refunds;
    final Chargebacks chargebacks;
    final Gateways gateways;
    final Webhooks webhooks;
    final Reconciler reconciler;
    final StoredMessages messages;
    final Captures captures;
    private final Database database;
    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;
    private final TransactionTemplate transaction;

    private PaymentTown(Database database, Gateway gateway, Class<? extends Intents> intents, int together) {
        this.database = database;
        this.pool = pool(database);
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(pool));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Gateway.class, () -> gateway);
        context.registerBean(CaptureListener.class, () -> told);
        context.register(
                Wiring.class, Atomically.class, intents, Refunds.class, RefusedRefunds.class, Consequences.class);
        context.register(Chargebacks.class, DisputeConsequences.class);
        context.registerBean(ChargebackListener.class, () -> toldOfChargebacks);
        context.register(StoredMessages.class, Answers.class, Gateways.class, Webhooks.class);
        context.register(
                Turns.class, FreeIntents.class, Captures.class, CaptureBatch.class, Hearing.class, Opening.class);
        context.register(Together.Lines.class);
        context.register(Unresolved.class, Reconciler.class);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("together", Map.of("townloop.checkout.together", together)));
        context.registerBean(PropertySourcesPlaceholderConfigurer.class);
        context.refresh();
        this.jdbc = context.getBean(JdbcClient.class);
        this.intents = context.getBean(Intents.class);
        this.refunds = context.getBean(Refunds.class);
        this.chargebacks = context.getBean(Chargebacks.class);
        this.gateways = context.getBean(Gateways.class);
        this.webhooks = context.getBean(Webhooks.class);
        this.reconciler = context.getBean(Reconciler.class);
        this.messages = context.getBean(StoredMessages.class);
        this.captures = context.getBean(Captures.class);
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    static PaymentTown with(Gateway gateway) {
        return new PaymentTown(TestTown.fresh(), gateway, Intents.class, 64);
    }

    /** Another process on the same database, with its own clock and listener. */
    PaymentTown twin(Gateway gateway) {
        return new PaymentTown(database, gateway, Intents.class, 64);
    }

    /** @param together how many captures are heard in one transaction */
    static PaymentTown with(Database database, Gateway gateway, Class<? extends Intents> intents, int together) {
        return new PaymentTown(database, gateway, intents, together);
    }

    private static HikariDataSource pool(Database database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.app().user());
        pool.setPassword(database.app().password());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(120_000); // a hundred rivals queue for it, also on a slow machine
        return pool;
    }

    <T> T write(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    Intent anIntent() {
        return anIntent(PRICE);
    }

    Intent anIntent(Money amount) {
        return anIntentOf(Ids.next(WILLOW_CREEK, clock.instant()), amount);
    }

    private Intent anIntentOf(UUID order, Money amount) {
        var gateway = gateways.names().iterator().next();
        return write(() -> intents.record(order, RESIDENT, gateway, amount, "http://town.example/orders/" + order));
    }

    Intent aCapturedIntent() {
        return captured(anIntent());
    }

    /** Somebody pays the same order once more. */
    Intent aCapturedIntentOf(UUID order) {
        return captured(anIntentOf(order, PRICE));
    }

    private Intent captured(Intent intent) {
        write(() -> intents.captured(intent.id(), "pay_" + UUID.randomUUID()));
        return intents.get(intent.id());
    }

    Outcome<List<Refund>> refund(UUID order, long minor) {
        return write(() -> refunds.request(order, new Money(minor, PRICE.currency()), "cancelled"));
    }

    Outcome<Refund> refund(Intent intent, long minor) {
        return write(() -> refunds.request(
                intent.id(), intent.order(), new Money(minor, intent.amount().currency()), "cancelled"));
    }

    IntentState stateOf(Intent intent) {
        return intents.get(intent.id()).state();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
