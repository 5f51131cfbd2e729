package org.townloop.loop.quote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.StaffId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The quotations with their stages. Whoever changes anything has locked the request. */
@Component
class Quotations {

    /** A line as it is stored: the currency is the offer's. */
    private record StoredLine(String text, long minor) {}

    private record StageOf(UUID quotation, Stage stage) {}

    private static final String SELECT = """
        select region_id, id, request_id, version, state, lines, total_minor, currency, note, valid_until, starts_at,
            minutes, days, people, written_at, accepted_at
        from quote.quotation
        """;
    private static final TypeReference<List<StoredLine>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Quotations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws Absent if there is none */
    Quotation get(QuotationId id) {
        return read("where region_id = ? and id = ?", id.region().number(), id.value()).stream()
                .findFirst()
                .orElseThrow(() -> new Absent("quotation " + id.value()));
    }

    /** All that were written for a request, the newest first. */
    List<Quotation> of(RequestId id) {
        return read(
                "where region_id = ? and request_id = ? order by version desc",
                id.region().number(),
                id.value());
    }

    /** The one that can be accepted, or was. */
    Optional<Quotation> live(RequestId id) {
        return read(
                        "where region_id = ? and request_id = ? and state in ('OPEN', 'HELD', 'ACCEPTED')",
                        id.region().number(),
                        id.value())
                .stream()
                .findFirst();
    }

    /** The newest of each of those requests. */
    Map<RequestId, Quotation> newest(Collection<RequestId> ids) {
        return read(
                        "where region_id = any (?) and request_id = any (?) order by version",
                        ids.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                        ids.stream().map(RequestId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Quotation::request, Function.identity(), (older, newer) -> newer));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(Quotation quotation, PersonId author) {
        jdbc.sql("""
            insert into quote.quotation (region_id, id, request_id, version, state, lines, total_minor, currency, note,
                valid_until, starts_at, minutes, days, people, written_by, written_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .param(quotation.id().region().number())
                .param(quotation.id().value())
                .param(quotation.request().value())
                .param(quotation.version())
                .param(quotation.state().name())
                .param(json.writeValueAsString(quotation.lines().stream()
                        .map(line -> new StoredLine(line.text(), line.amount().minor()))
                        .toList()))
                .param(quotation.total().minor())
                .param(quotation.total().currency().getCurrencyCode())
                .param(quotation.note())
                .param(Timestamp.from(quotation.validUntil()))
                .param(Timestamp.from(quotation.work().start()))
                .param(quotation.work().minutes())
                .param(quotation.work().days())
                .param(quotation.work().people().stream()
                        .map(StaffId::value)
                        .sorted()
                        .toArray(UUID[]::new))
                .param(author.value())
                .param(Timestamp.from(quotation.writtenAt()))
                .update();
        var stages = quotation.stages();
        jdbc.sql("""
            insert into quote.stage (region_id, quotation_id, stage, name, amount_minor, due, days_before)
            select ?, ?, stage, name, amount, due, days
            from unnest(?::int[], ?::text[], ?::bigint[], ?::text[], ?::int[]) as s (stage, name, amount, due, days)
            """)
                .params(
                        quotation.id().region().number(),
                        quotation.id().value(),
                        stages.stream().map(Stage::number).toArray(Integer[]::new),
                        stages.stream().map(Stage::name).toArray(String[]::new),
                        stages.stream().map(stage -> stage.amount().minor()).toArray(Long[]::new),
                        stages.stream().map(stage -> stage.due().name()).toArray(String[]::new),
                        stages.stream().map(Stage::daysBefore).toArray(Integer[]::new))
                .update();
    }

    /**
     * Moves one on.
     *
     * @throws IllegalStateException if that does not follow
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void become(Quotation quotation, QuotationState next, Instant now) {
        if (!quotation.state().canBecome(next)) {
            throw new IllegalStateException(quotation.id() + " is " + quotation.state() + ", not yet " + next);
        }
        jdbc.sql("update quote.quotation set state = ?, accepted_at = ?::timestamptz where region_id = ? and id = ?")
                .param(next.name())
                .param(next == QuotationState.ACCEPTED ? now.toString() : null)
                .param(quotation.id().region().number())
                .param(quotation.id().value())
                .update();
    }

    private List<Quotation> read(String condition, Object... parameters) {
        var found = jdbc.sql(SELECT + condition)
                .params(parameters)
                .query(this::quotation)
                .list();
        if (found.isEmpty()) {
            return found;
        }
        var currencies = found.stream()
                .collect(Collectors.toMap(
                        each -> each.id().value(), each -> each.total().currency()));
        var stages = jdbc
                .sql("""
                    select quotation_id, stage, name, amount_minor, due, days_before, due_at, order_id
                    from quote.stage
                    join unnest(?::int[], ?::uuid[]) as q (region_id, quotation_id) using (region_id, quotation_id)
                    order by quotation_id, stage
                    """)
                .params(
                        found.stream().map(each -> each.id().region().number()).toArray(Integer[]::new),
                        found.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .query((row, number) -> stage(row, currencies))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        StageOf::quotation, Collectors.mapping(StageOf::stage, Collectors.toUnmodifiableList())));
        return found.stream()
                .map(each -> withStages(each, stages.getOrDefault(each.id().value(), List.of())))
                .toList();
    }

    private static StageOf stage(ResultSet row, Map<UUID, Currency> currencies) throws SQLException {
        var quotation = row.getObject("quotation_id", UUID.class);
        var order = row.getObject("order_id", UUID.class);
        return new StageOf(
                quotation,
                new Stage(
                        row.getInt("stage"),
                        row.getString("name"),
                        new Money(row.getLong("amount_minor"), Objects.requireNonNull(currencies.get(quotation))),
                        Due.valueOf(row.getString("due")),
                        row.getInt("days_before"),
                        Columns.instant(row, "due_at"),
                        order == null ? null : new OrderId(order)));
    }

    private Quotation quotation(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new Quotation(
                new QuotationId(row.getObject("id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getInt("version"),
                QuotationState.valueOf(row.getString("state")),
                json.readValue(row.getString("lines"), LINES).stream()
                        .map(line -> new QuoteLine(line.text(), Money.of(line.minor(), currency)))
                        .toList(),
                Money.of(row.getLong("total_minor"), currency),
                row.getString("note"),
                row.getTimestamp("valid_until").toInstant(),
                new Work(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getInt("minutes"),
                        row.getInt("days"),
                        Stream.of((UUID[]) row.getArray("people").getArray())
                                .map(StaffId::new)
                                .collect(Collectors.toSet())),
                List.of(),
                row.getTimestamp("written_at").toInstant(),
                Columns.instant(row, "accepted_at"));
    }

    private static Quotation withStages(Quotation of, List<Stage> stages) {
        return new Quotation(
                of.id(),
                of.request(),
                of.version(),
                of.state(),
                of.lines(),
                of.total(),
                of.note(),
                of.validUntil(),
                of.work(),
                stages,
                of.writtenAt(),
                of.acceptedAt());
    }
}
