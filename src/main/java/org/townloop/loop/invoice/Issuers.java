package org.townloop.loop.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.MerchantId;

/** What merchants say of themselves to the tax office. */
@Component
class Issuers {

    private final JdbcClient jdbc;

    Issuers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Issuer> of(MerchantId merchant) {
        return jdbc.sql("""
            select merchant_id, version, title, address, registration, tax_number, rate_basis_points, prices_include
            from invoice.issuer where region_id = ? and merchant_id = ?
            """)
                .params(merchant.region().number(), merchant.value())
                .query(Issuers::issuer)
                .optional();
    }

    /** @return false if it is of another version by now: then nothing is written */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean write(Issuer issuer, PersonId by, Instant now) {
        var tax = issuer.tax();
        return jdbc.sql("""
            insert into invoice.issuer as i (region_id, merchant_id, version, title, address, registration, tax_number,
                rate_basis_points, prices_include, changed_by, changed_at)
            values (:region, :merchant, :version, :title, :address, :registration, :number, :rate, :included, :by, :now)
            on conflict (region_id, merchant_id) do update
            set version = excluded.version, title = excluded.title, address = excluded.address,
                registration = excluded.registration, tax_number = excluded.tax_number,
                rate_basis_points = excluded.rate_basis_points, prices_include = excluded.prices_include,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            where i.version = excluded.version - 1
            """)
                        .param("region", issuer.merchant().region().number())
                        .param("merchant", issuer.merchant().value())
                        .param("version", issuer.version())
                        .param("title", issuer.seller().title())
                        .param("address", issuer.seller().address())
                        .param("registration", issuer.seller().registration())
                        .param("number", issuer.seller().taxNumber())
                        .param("rate", tax == null ? null : tax.basisPoints())
                        .param("included", tax == null ? null : tax.included())
                        .param("by", by.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Issuer issuer(ResultSet row, int number) throws SQLException {
        var rate = row.getObject("rate_basis_points", Integer.class);
        return new Issuer(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getInt("version"),
                new Seller(
                        row.getString("title"),
                        row.getString("address"),
                        row.getString("registration"),
                        row.getString("tax_number")),
                rate == null ? null : new Tax(rate, row.getBoolean("prices_include")));
    }
}
