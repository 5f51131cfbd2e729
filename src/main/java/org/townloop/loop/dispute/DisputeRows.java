package org.townloop.loop.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;

/** The disputes. Whoever changes anything of one has locked its row. */
@Component
class DisputeRows {

    private static final String SELECT = """
        select id, order_id, resident_id, merchant_id, place_id, state, about, wanted, wanted_minor, currency, opened_at,
            due_at, offered, offered_minor, referred_for, appealed_by, closed_at
        from dispute.dispute
        """;

    private final JdbcClient jdbc;

    DisputeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Absent if there is no such dispute */
    Dispute get(DisputeId id) {
        return find(id, "");
    }

    /** Locks it until the transaction ends, so that what is decided about it stays true. */
    @Transactional(propagation = Propagation.MANDATORY)
    Dispute lock(DisputeId id) {
        return find(id, " for update");
    }

    private Dispute find(DisputeId id, String how) {
        return jdbc.sql(SELECT + "where region_id = ? and id = ?" + how)
                .params(id.region().number(), id.value())
                .query(DisputeRows::read)
                .optional()
                .orElseThrow(() -> new Absent("dispute " + id.value()));
    }

    /** The newest first. */
    List<Dispute> of(OrderId order) {
        return jdbc.sql(SELECT + "where region_id = ? and order_id = ? order by opened_at desc, id desc")
                .params(order.region().number(), order.value())
                .query(DisputeRows::read)
                .list();
    }

    /** How many of a resident's are not closed. */
    int open(PersonId resident) {
        return jdbc.sql("select count(*) from dispute.dispute where resident_id = ?"
                        + " and state in ('OPEN', 'ANSWERED', 'REFERRED')")
                .param(resident.value())
                .query(Integer.class)
                .single();
    }

    /** The newest first. */
    List<Dispute> at(PlaceId place, int limit) {
        return jdbc.sql(SELECT + "where region_id = ? and place_id = ? order by opened_at desc, id desc limit ?")
                .params(place.region().number(), place.value(), limit)
                .query(DisputeRows::read)
                .list();
    }

    /** How many wait for an answer of the place. */
    int waiting(PlaceId place) {
        return jdbc.sql("select count(*) from dispute.dispute where region_id = ? and place_id = ? and state = 'OPEN'")
                .params(place.region().number(), place.value())
                .query(Integer.class)
                .single();
    }

    /** Those that wait for an operator of the regions, the longest waiting first. */
    List<Dispute> forOperators(Collection<RegionId> regions, int limit) {
        return jdbc.sql(SELECT + "where region_id = any (?) and state in ('REFERRED', 'APPEALED')"
                        + " order by opened_at, id limit ?")
                .params(regions.stream().map(RegionId::number).toArray(Integer[]::new), limit)
                .query(DisputeRows::read)
                .list();
    }

    /** All others of the regions, the newest first. */
    List<Dispute> others(Collection<RegionId> regions, int limit) {
        return jdbc.sql(SELECT + "where region_id = any (?) and state not in ('REFERRED', 'APPEALED')"
                        + " order by opened_at desc, id desc limit ?")
                .params(regions.stream().map(RegionId::number).toArray(Integer[]::new), limit)
                .query(DisputeRows::read)
                .list();
    }

    /** Those that go on by themselves, the longest due first. */
    List<DisputeId> due(Instant now, int limit) {
        return jdbc.sql("select id from dispute.dispute where state in ('OPEN', 'ANSWERED', 'DECIDED') and due_at <= ?"
                        + " order by due_at limit ?")
                .params(Timestamp.from(now), limit)
                .query((row, number) -> new DisputeId(row.getObject("id", UUID.class)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(Dispute dispute) {
        jdbc.sql("""
            insert into dispute.dispute (region_id, id, order_id, resident_id, merchant_id, place_id, state, about, wanted,
                wanted_minor, currency, opened_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
            """)
                .param(dispute.id().region().number())
                .param(dispute.id().value())
                .param(dispute.order().value())
                .param(dispute.resident().value())
                .param(dispute.merchant().value())
                .param(dispute.place().value())
                .param(dispute.state().name())
                .param(dispute.about().name())
                .param(dispute.wanted().name())
                .param(dispute.wantedAmount().minor())
                .param(dispute.wantedAmount().currency().getCurrencyCode())
                .param(Timestamp.from(dispute.openedAt()))
                .param(text(dispute.dueAt()))
                .update();
    }

    /** Writes how far it has come. The caller has locked it, and asked the table of states. */
    @Transactional(propagation = Propagation.MANDATORY)
    void update(Dispute next) {
        var offer = next.offer();
        var referral = next.referredFor();
        var appeal = next.appealedBy();
        jdbc.sql("""
            update dispute.dispute set state = ?, due_at = ?::timestamptz, offered = ?, offered_minor = ?, referred_for = ?,
                appealed_by = ?, closed_at = ?::timestamptz
            where region_id = ? and id = ?
            """)
                .param(next.state().name())
                .param(text(next.dueAt()))
                .param(offer == null ? null : offer.redo() ? "REDO" : "AMOUNT")
                .param(offer == null ? null : offer.amount().minor())
                .param(referral == null ? null : referral.name())
                .param(appeal == null ? null : appeal.name())
                .param(text(next.closedAt()))
                .param(next.id().region().number())
                .param(next.id().value())
                .update();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static Dispute read(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        var offered = row.getString("offered");
        return new Dispute(
                new DisputeId(row.getObject("id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new PersonId(row.getObject("resident_id", UUID.class)),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                OrderDisputeState.valueOf(row.getString("state")),
                About.valueOf(row.getString("about")),
                Wanted.valueOf(row.getString("wanted")),
                Money.of(row.getLong("wanted_minor"), currency),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "due_at"),
                offered == null
                        ? null
                        : new Dispute.Offered(offered.equals("REDO"), Money.of(row.getLong("offered_minor"), currency)),
                Optional.ofNullable(row.getString("referred_for"))
                        .map(Dispute.Referral::valueOf)
                        .orElse(null),
                Optional.ofNullable(row.getString("appealed_by"))
                        .map(Side::valueOf)
                        .orElse(null),
                instant(row, "closed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
