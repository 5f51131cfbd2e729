package org.townloop.loop.invoice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import tools.jackson.databind.json.JsonMapper;

/** The invoices and credit notes. There is no statement that changes one. */
@Component
class Documents {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DocumentRows rows;

    Documents(JdbcClient jdbc, JsonMapper json, DocumentRows rows) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
    }

    Optional<Invoice> find(UUID id) {
        return RegionId.isIn(id)
                ? rows.where("region_id = ? and id = ?", List.of(RegionId.of(id).number(), id)).stream()
                        .findFirst()
                : Optional.empty();
    }

    /** In the order in which they were issued. */
    List<Invoice> of(OrderId order) {
        return rows.where(
                "region_id = ? and order_id = ? order by issued_at, number, id",
                List.of(order.region().number(), order.value()));
    }

    /** Those that were issued within the span, in the order of their numbers. */
    List<Invoice> of(MerchantId merchant, Instant from, Instant to, int limit) {
        return rows.where(
                "region_id = ? and merchant_id = ? and issued_at >= ? and issued_at < ? order by kind, year, number"
                        + " limit ?",
                List.of(merchant.region().number(), merchant.value(), Timestamp.from(from), Timestamp.from(to), limit));
    }

    /** What of an invoice was taken back by credit notes. */
    Money credited(Invoice invoice) {
        var minor = jdbc.sql(
                        "select coalesce(sum(paid_minor), 0) from invoice.document where region_id = ? and corrects ="
                                + " ?")
                .params(invoice.region().number(), invoice.id())
                .query(Long.class)
                .single();
        return new Money(minor, invoice.paid().currency());
    }

    /** The same of many, in minor units; those of which nothing was are left out. */
    Map<UUID, Long> credited(Collection<Invoice> some) {
        return jdbc
                .sql("""
                    select corrects, sum(paid_minor) as paid_minor from invoice.document
                    where region_id = any (?) and corrects = any (?) group by corrects
                    """)
                .params(
                        some.stream()
                                .map(each -> each.region().number())
                                .distinct()
                                .toArray(Integer[]::new),
                        some.stream().map(Invoice::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("corrects", UUID.class), row.getLong("paid_minor")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** With all its lines, by two statements. */
    @Transactional(propagation = Propagation.MANDATORY)
    void insert(Invoice invoice) {
        jdbc.sql("""
            insert into invoice.document (region_id, id, merchant_id, place_id, order_id, request_id, kind, year, number,
                corrects, issued_at, currency, rate_basis_points, prices_included, paid_minor, net_minor, tax_minor,
                gross_minor, seller, buyer, because)
            values (:region, :id, :merchant, :place, :order, :request, :kind, :year, :number, :corrects, :now, :currency,
                :rate, :included, :paid, :net, :tax, :gross, :seller::jsonb, :buyer::jsonb, :because)
            """)
                .param("region", invoice.region().number())
                .param("id", invoice.id())
                .param("merchant", invoice.merchant().value())
                .param("place", invoice.place().value())
                .param("order", invoice.order().value())
                .param("request", invoice.request())
                .param("kind", invoice.kind().name())
                .param("year", invoice.year())
                .param("number", invoice.number())
                .param("corrects", invoice.corrects())
                .param("now", Timestamp.from(invoice.issuedAt()))
                .param("currency", invoice.paid().currency().getCurrencyCode())
                .param("rate", invoice.tax().basisPoints())
                .param("included", invoice.tax().included())
                .param("paid", invoice.paid().minor())
                .param("net", invoice.total().net().minor())
                .param("tax", invoice.total().tax().minor())
                .param("gross", invoice.total().gross().minor())
                .param("seller", json.writeValueAsString(invoice.seller()))
                .param("buyer", json.writeValueAsString(invoice.buyer()))
                .param("because", invoice.because())
                .update();
        insertLines(invoice);
    }

    private void insertLines(Invoice invoice) {
        var lines = invoice.lines();
        jdbc.sql("""
            insert into invoice.line (region_id, document_id, line, kind, what, quantity, paid_minor, net_minor, tax_minor)
            select ?, ?, line, kind, what::jsonb, quantity, paid, net, tax
            from unnest(?::int[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
                as l (line, kind, what, quantity, paid, net, tax)
            """)
                .params(
                        invoice.region().number(),
                        invoice.id(),
                        IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new),
                        lines.stream().map(line -> line.kind().name()).toArray(String[]::new),
                        lines.stream().map(this::what).toArray(String[]::new),
                        lines.stream().map(Invoice.Line::quantity).toArray(Integer[]::new),
                        lines.stream().map(line -> line.paid().minor()).toArray(Long[]::new),
                        lines.stream().map(line -> line.taxed().net().minor()).toArray(Long[]::new),
                        lines.stream().map(line -> line.taxed().tax().minor()).toArray(Long[]::new))
                .update();
    }

    private @Nullable String what(Invoice.Line line) {
        return line.what() == null ? null : json.writeValueAsString(line.what());
    }
}
