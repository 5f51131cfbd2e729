package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.offer.Offers;

/** Vouchers, redemptions and cancellations are spoilt as only the owner of the tables can; the audit must find it. */
@TownTest
class OfflineAuditTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private OfflineShop shop;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        shop = new OfflineShop(port, offers, clock);
    }

    @Test
    void aRedemptionThatIsMissingIsFound() throws IOException {
        var voucher = redeemed();
        owner.update("create table public.kept as select * from voucher.redemption where voucher_id = ?", voucher);
        found("delete from voucher.redemption where voucher_id = '" + voucher + "'", "redemptions-are-counted");
        owner.update("insert into voucher.redemption select * from public.kept");
        owner.execute("drop table public.kept");
    }

    @Test
    void aVisitWithoutARedemptionIsFound() throws IOException {
        var voucher = redeemed();
        found("update visit.visit set unit = 2 where voucher_id = '" + voucher + "'", "redemptions-are-visits");
        owner.update("update visit.visit set unit = 1 where voucher_id = ?", voucher);
    }

    @Test
    void aWithdrawnVoucherThatNothingWaitsForIsFound() throws IOException {
        var order = shop.paid();
        found(
                "update voucher.voucher set state = 'WITHDRAWN', withdrawn_at = now() where order_id = '" + order + "'",
                "withdrawals-wait");
        owner.update("update voucher.voucher set state = 'ISSUED', withdrawn_at = null where order_id = ?", order);
    }

    @Test
    void aScanThatTookNothingIsFound() throws IOException {
        var voucher = redeemed();
        found("update voucher.scan set units = 2 where voucher_id = '" + voucher + "'", "redemptions-are-scans");
        owner.update("update voucher.scan set units = 1 where voucher_id = ?", voucher);
    }

    private java.util.UUID redeemed() throws IOException {
        var order = shop.paid();
        shop.device("Till").scan(shop.token(order), "n");
        return shop.voucher(order);
    }

    /** Only what is spoilt now may be new: other tests share these tables. */
    private void found(String corruption, String invariant) {
        var before = audit.run().stream()
                .filter(broken -> broken.invariant().equals(invariant))
                .toList();
        owner.execute(corruption);
        assertThat(audit.run().stream().filter(broken -> broken.invariant().equals(invariant)))
                .hasSize(1)
                .extracting(Broken::count)
                .isNotEqualTo(before.stream().map(Broken::count).toList());
    }
}
