package org.townloop.loop.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;

/** The requests for invoices and fapiao, and the only way in which their state changes. */
@Component
class Asked {

    private static final String SELECT = """
        select r.*, exists (select from invoice.fapiao_file f
            where (f.region_id, f.request_id) = (r.region_id, r.id)) as has_file
        from invoice.request r
        """;

    private final JdbcClient jdbc;

    Asked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Absent if there is no such request */
    InvoiceRequest get(UUID id) {
        return one(id, "");
    }

    /** Locks it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    InvoiceRequest lock(UUID id) {
        return one(id, " for update of r");
    }

    private InvoiceRequest one(UUID id, String how) {
        var found = RegionId.isIn(id)
                ? jdbc.sql(SELECT + "where r.region_id = ? and r.id = ?" + how)
                        .params(RegionId.of(id).number(), id)
                        .query(Asked::request)
                        .optional()
                : Optional.<InvoiceRequest>empty();
        return found.orElseThrow(() -> new Absent("invoice request " + id));
    }

    /** The newest first. */
    List<InvoiceRequest> of(OrderId order) {
        return jdbc.sql(SELECT + "where r.region_id = ? and r.order_id = ? order by r.asked_at desc, r.id desc")
                .params(order.region().number(), order.value())
                .query(Asked::request)
                .list();
    }

    /** The newest first. */
    List<InvoiceRequest> of(MerchantId merchant, InvoiceRequest.Kind kind, int limit) {
        return jdbc.sql(SELECT + """
            where r.region_id = ? and r.merchant_id = ? and r.kind = ? order by r.asked_at desc, r.id desc limit ?
            """)
                .params(merchant.region().number(), merchant.value(), kind.name(), limit)
                .query(Asked::request)
                .list();
    }

    /** Those that nobody has answered, the longest waiting first. */
    List<InvoiceRequest> waiting(MerchantId merchant, InvoiceRequest.Kind kind, int limit) {
        return jdbc.sql(SELECT + """
            where r.region_id = ? and r.merchant_id = ? and r.kind = ? and r.state = 'ASKED'
            order by r.asked_at, r.id limit ?
            """)
                .params(merchant.region().number(), merchant.value(), kind.name(), limit)
                .query(Asked::request)
                .list();
    }

    int countWaiting(MerchantId merchant) {
        return jdbc.sql("select count(*) from invoice.request where region_id = ? and merchant_id = ? and state ="
                        + " 'ASKED'")
                .params(merchant.region().number(), merchant.value())
                .query(Integer.class)
                .single();
    }

    /** @return false if one of its kind is there already: then nothing is written */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean insert(InvoiceRequest request) {
        return jdbc.sql("""
            insert into invoice.request (region_id, id, order_id, merchant_id, place_id, resident_id, kind, buyer, title,
                tax_number, email, state, asked_at)
            values (:region, :id, :order, :merchant, :place, :resident, :kind, :buyer, :title, :number, :email, 'ASKED', :now)
            on conflict do nothing
            """)
                        .param("region", request.region().number())
                        .param("id", request.id())
                        .param("order", request.order().value())
                        .param("merchant", request.merchant().value())
                        .param("place", request.place().value())
                        .param("resident", request.resident().value())
                        .param("kind", request.kind().name())
                        .param("buyer", request.buyer().kind().name())
                        .param("title", request.buyer().title())
                        .param("number", request.buyer().taxNumber())
                        .param("email", request.email())
                        .param("now", Timestamp.from(request.askedAt()))
                        .update()
                == 1;
    }

    /** The caller has locked it, and knows that the state may follow. */
    @Transactional(propagation = Propagation.MANDATORY)
    void close(InvoiceRequest request, InvoiceState state, @Nullable String reason, Instant now) {
        jdbc.sql("""
            update invoice.request set state = :state, reason = :reason, closed_at = :now
            where region_id = :region and id = :id
            """)
                .param("state", state.name())
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .param("region", request.region().number())
                .param("id", request.id())
                .update();
    }

    /** The same for a fapiao that was written. */
    @Transactional(propagation = Propagation.MANDATORY)
    void written(InvoiceRequest request, String number, long minor, byte @Nullable [] file, Instant now) {
        jdbc.sql("""
            update invoice.request set state = 'ISSUED', number = ?, issued_minor = ?, closed_at = ?
            where region_id = ? and id = ?
            """)
                .params(number, minor, Timestamp.from(now), request.region().number(), request.id())
                .update();
        if (file != null) {
            jdbc.sql("insert into invoice.fapiao_file (region_id, request_id, content, uploaded_at) values (?,"
                            + " ?, ?, ?)")
                    .params(request.region().number(), request.id(), file, Timestamp.from(now))
                    .update();
        }
    }

    /** A part of a fapiao, or all that was left of it, was taken back in red letters. */
    @Transactional(propagation = Propagation.MANDATORY)
    void redLettered(InvoiceRequest request, String number, long minor) {
        jdbc.sql("""
            update invoice.request
            set red_minor = red_minor + ?, red_number = ?,
                state = case when red_minor + ? = issued_minor then 'REVERSED' else state end
            where region_id = ? and id = ?
            """)
                .params(minor, number, minor, request.region().number(), request.id())
                .update();
    }

    Optional<byte[]> file(InvoiceRequest request) {
        return jdbc.sql("select content from invoice.fapiao_file where region_id = ? and request_id = ?")
                .params(request.region().number(), request.id())
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    private static InvoiceRequest request(ResultSet row, int rowNumber) throws SQLException {
        var closed = row.getTimestamp("closed_at");
        var number = row.getString("number");
        return new InvoiceRequest(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new PersonId(row.getObject("resident_id", UUID.class)),
                InvoiceRequest.Kind.valueOf(row.getString("kind")),
                new Buyer(
                        Buyer.Kind.valueOf(row.getString("buyer")),
                        row.getString("title"),
                        row.getString("tax_number")),
                row.getString("email"),
                InvoiceState.valueOf(row.getString("state")),
                row.getTimestamp("asked_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("reason"),
                number == null
                        ? null
                        : new InvoiceRequest.Fapiao(
                                number,
                                row.getLong("issued_minor"),
                                row.getLong("red_minor"),
                                row.getString("red_number"),
                                row.getBoolean("has_file")));
    }
}
