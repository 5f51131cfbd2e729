package org.townloop.loop.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import tools.jackson.databind.json.JsonMapper;

/** Reads invoices with their lines, by two statements. */
@Component
class DocumentRows {

    private record Line(UUID document, Invoice.Line line) {}

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    DocumentRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Invoice> where(String condition, List<Object> parameters) {
        var bare =
                jdbc.query("select * from invoice.document where " + condition, this::document, parameters.toArray());
        var lines = lines(bare);
        return bare.stream()
                .map(each -> with(each, lines.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Invoice.Line>> lines(List<Invoice> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query(
                        """
                        select l.*, d.currency
                        from invoice.line l
                        join invoice.document d on (d.region_id, d.id) = (l.region_id, l.document_id)
                        where l.region_id = any (?) and l.document_id = any (?)
                        order by l.document_id, l.line
                        """,
                        this::line,
                        documents.stream()
                                .map(each -> each.region().number())
                                .distinct()
                                .toArray(Integer[]::new),
                        documents.stream().map(Invoice::id).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Line::document, Collectors.mapping(Line::line, Collectors.toList())));
    }

    private Line line(ResultSet row, int number) throws SQLException {
        var what = row.getString("what");
        var net = money(row, "net_minor");
        var tax = money(row, "tax_minor");
        return new Line(
                row.getObject("document_id", UUID.class),
                new Invoice.Line(
                        Invoice.LineKind.valueOf(row.getString("kind")),
                        what == null ? null : json.readValue(what, Words.class),
                        row.getInt("quantity"),
                        money(row, "paid_minor"),
                        new Tax.Taxed(net, tax, net.plus(tax))));
    }

    private Invoice document(ResultSet row, int number) throws SQLException {
        return new Invoice(
                row.getObject("id", UUID.class),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getObject("request_id", UUID.class),
                Invoice.Kind.valueOf(row.getString("kind")),
                row.getInt("year"),
                row.getInt("number"),
                row.getObject("corrects", UUID.class),
                row.getTimestamp("issued_at").toInstant(),
                new Tax(row.getInt("rate_basis_points"), row.getBoolean("prices_included")),
                money(row, "paid_minor"),
                new Tax.Taxed(money(row, "net_minor"), money(row, "tax_minor"), money(row, "gross_minor")),
                json.readValue(row.getString("seller"), Seller.class),
                json.readValue(row.getString("buyer"), Buyer.class),
                row.getString("because"),
                List.of());
    }

    private static Invoice with(Invoice bare, List<Invoice.Line> lines) {
        return new Invoice(
                bare.id(),
                bare.merchant(),
                bare.place(),
                bare.order(),
                bare.request(),
                bare.kind(),
                bare.year(),
                bare.number(),
                bare.corrects(),
                bare.issuedAt(),
                bare.tax(),
                bare.paid(),
                bare.total(),
                bare.seller(),
                bare.buyer(),
                bare.because(),
                lines);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column), row.getString("currency"));
    }
}
