package org.townloop.loop.ledger;

import static org.townloop.loop.ledger.Books.yuan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Books in memory, written by hand from the chart: what each act should do, before the ledger does it. */
final class SlowBooks {

    /** @param expected {@code moved} or {@code refused} */
    record Act(String name, String expected, BooleanSupplier ours) {}

    private static final long[] NOTHING = new long[4];

    private final Books books;
    private final Map<Account, Long> balances = new LinkedHashMap<>();
    /** Captured, released, refunded, goodwill. */
    private final Map<UUID, long[]> orders = new LinkedHashMap<>();
    /** What merchant, partner, platform and referrer have of it. */
    private final Map<UUID, long[]> had = new HashMap<>();

    private final List<UUID> known = new ArrayList<>();
    private final UUID card;
    private int acts;

    SlowBooks(Books books) {
        this.books = books;
        this.card = books.order();
    }

    Map<Account, Long> balances() {
        return balances;
    }

    Map<UUID, OrderMoney> money() {
        var money = new LinkedHashMap<UUID, OrderMoney>();
        orders.forEach((order, is) -> {
            if (is[0] > 0) {
                money.put(order, new OrderMoney(yuan(is[0]), yuan(is[1]), yuan(is[2]), yuan(is[3])));
            }
        });
        return money;
    }

    Act next(SplittableRandom random) {
        if (known.isEmpty() || random.nextInt(5) == 0) {
            known.add(books.order());
        }
        var order = known.get(random.nextInt(known.size()));
        var is = orders.getOrDefault(order, NOTHING);
        var held = is[0] - is[1] - is[2];
        var cause = "act " + acts++ + " of " + books.merchant;
        // Around what is there, so that both what goes and what does not is tried.
        return switch (random.nextInt(12)) {
            case 0, 1 -> capture(order, 1 + random.nextLong(20_000), cause);
            case 2, 3 -> release(order, around(random, held), cause);
            case 4 -> refund(order, around(random, held), cause);
            case 5 -> clawBack(order, around(random, earned(order)), cause);
            case 6 -> tip(order, around(random, held / 3), cause);
            case 7 -> coupon(order, 1 + random.nextLong(500), cause);
            case 8 -> store(order, around(random, held / 2), cause);
            case 9 -> use(order, around(random, balance(Account.Kind.STORED_VALUE, card)), cause);
            case 10 -> payOut(around(random, balance(Account.Kind.MERCHANT, books.merchant)), cause);
            default -> commission(order, 1 + random.nextLong(9_999), cause);
        };
    }

    private Act capture(UUID order, long minor, String cause) {
        move(Account.Kind.GATEWAY_CLEARING, Account.NOBODY, Account.Kind.ESCROW, Account.NOBODY, minor);
        total(order, minor, 0, 0);
        return new Act("capture " + minor, "moved", () -> books.ledger.capture(order, yuan(minor), cause));
    }

    private Act release(UUID order, long minor, String cause) {
        BooleanSupplier ours = () -> books.ledger.release(books.aRelease(order, minor, cause));
        if (minor > held(order)) {
            return new Act("release " + minor, "refused", ours);
        }
        var platform = minor * 500 / 10_000;
        var partner = minor * 200 / 10_000;
        var merchant = minor - platform - partner;
        move(Account.Kind.ESCROW, Account.NOBODY, Account.Kind.MERCHANT, books.merchant, merchant);
        move(Account.Kind.ESCROW, Account.NOBODY, Account.Kind.PARTNER, Books.PARTNER, partner);
        move(Account.Kind.ESCROW, Account.NOBODY, Account.Kind.PLATFORM, Account.NOBODY, platform);
        total(order, 0, minor, 0);
        has(order, merchant, partner, platform);
        return new Act("release " + minor, "moved", ours);
    }

    private Act refund(UUID order, long minor, String cause) {
        BooleanSupplier ours = () -> books.ledger.refund(order, yuan(minor), cause);
        if (minor > held(order)) {
            return new Act("refund " + minor, "refused", ours);
        }
        move(Account.Kind.ESCROW, Account.NOBODY, Account.Kind.REFUNDS_PAYABLE, Account.NOBODY, minor);
        total(order, 0, 0, minor);
        return new Act("refund " + minor, "moved", ours);
    }

    private Act clawBack(UUID order, long minor, String cause) {
        BooleanSupplier ours = () -> books.ledger.clawBack(order, yuan(minor), cause);
        if (minor > earned(order)) {
            return new Act("claw back " + minor, "refused", ours);
        }
        var mine = had.getOrDefault(order, NOTHING);
        var parts = ClawBack.of(yuan(minor), List.of(yuan(mine[0]), yuan(mine[1]), yuan(mine[2]), yuan(0)));
        var merchant = parts.merchant().minor();
        var partner = parts.partner().minor();
        var platform = parts.platform().minor();
        move(Account.Kind.MERCHANT, books.merchant, Account.Kind.ESCROW, Account.NOBODY, merchant);
        move(Account.Kind.PARTNER, Books.PARTNER, Account.Kind.ESCROW, Account.NOBODY, partner);
        move(Account.Kind.PLATFORM, Account.NOBODY, Account.Kind.ESCROW, Account.NOBODY, platform);
        total(order, 0, -minor, 0);
        has(order, -merchant, -partner, -platform);
        return new Act("claw back " + minor, "moved", ours);
    }

    private Act tip(UUID order, long minor, String cause) {
        BooleanSupplier ours = () -> books.ledger.tip(order, books.merchant, yuan(minor), cause);
        if (minor > held(order)) {
            return new Act("tip " + minor, "refused", ours);
        }
        move(Account.Kind.ESCROW, Account.NOBODY, Account.Kind.MERCHANT, books.merchant, minor);
        total(order, 0, minor, 0);
        has(order, minor, 0, 0);
        return new Act("tip " + minor, "moved", ours);
    }

    private Act coupon(UUID order, long minor, String cause) {
        move(Account.Kind.REWARDS, Account.NOBODY, Account.Kind.ESCROW, Account.NOBODY, minor);
        total(order, minor, 0, 0);
        return new Act("coupon " + minor, "moved", () -> books.ledger.coupon(order, yuan(minor), cause));
    }

    private Act store(UUID order, long minor, String cause) {
        BooleanSupplier ours = () -> books.stored.sold(order, card, yuan(minor), cause);
        if (minor > held(order)) {
            return new Act("store " + minor, "refused", ours);
        }
        move(Account.Kind.ESCROW, Account.NOBODY, Account.Kind.STORED_VALUE, card, minor);
        total(order, 0, minor, 0);
        return new Act("store " + minor, "moved", ours);
    }

    private Act use(UUID order, long minor, String cause) {
        BooleanSupplier ours = () -> books.stored.used(order, card, yuan(minor), cause);
        if (minor > balance(Account.Kind.STORED_VALUE, card)) {
            return new Act("use " + minor, "refused", ours);
        }
        move(Account.Kind.STORED_VALUE, card, Account.Kind.ESCROW, Account.NOBODY, minor);
        total(order, minor, 0, 0);
        return new Act("use " + minor, "moved", ours);
    }

    private Act payOut(long minor, String cause) {
        var id = books.order();
        var payout = new PayoutBook.Payout(id, new Payee.Merchant(books.merchant), yuan(minor), cause);
        BooleanSupplier ours = () -> !books.payouts.payOut(List.of(payout)).isEmpty();
        if (minor > balance(Account.Kind.MERCHANT, books.merchant)) {
            return new Act("pay out " + minor, "refused", ours);
        }
        move(Account.Kind.MERCHANT, books.merchant, Account.Kind.PAYOUTS, books.merchant, minor);
        return new Act("pay out " + minor, "moved", ours);
    }

    private Act commission(UUID order, long taken, String cause) {
        move(Account.Kind.MERCHANT, books.merchant, Account.Kind.PLATFORM, Account.NOBODY, taken * 500 / 10_000);
        move(Account.Kind.MERCHANT, books.merchant, Account.Kind.PARTNER, Books.PARTNER, taken * 200 / 10_000);
        return new Act(
                "commission of " + taken,
                taken * 500 / 10_000 + taken * 200 / 10_000 > 0 ? "moved" : "nothing",
                () -> books.commissions.charge(order, yuan(taken), books.merchant, Books.SHARES, cause));
    }

    private static long around(SplittableRandom random, long there) {
        return Math.max(1, there) + (random.nextInt(4) == 0 ? 1 : -random.nextLong(Math.max(1, there)));
    }

    private long held(UUID order) {
        var is = orders.getOrDefault(order, NOTHING);
        return is[0] - is[1] - is[2];
    }

    private long earned(UUID order) {
        var mine = had.getOrDefault(order, NOTHING);
        return mine[0] + mine[1] + mine[2];
    }

    private long balance(Account.Kind kind, UUID owner) {
        return balances.getOrDefault(new Account(kind, owner), 0L);
    }

    private void move(Account.Kind debit, UUID debitOwner, Account.Kind credit, UUID creditOwner, long minor) {
        balances.merge(new Account(debit, debitOwner), -minor, Long::sum);
        balances.merge(new Account(credit, creditOwner), minor, Long::sum);
    }

    private void total(UUID order, long captured, long released, long refunded) {
        var is = orders.computeIfAbsent(order, key -> new long[4]);
        is[0] += captured;
        is[1] += released;
        is[2] += refunded;
    }

    private void has(UUID order, long merchant, long partner, long platform) {
        var mine = had.computeIfAbsent(order, key -> new long[4]);
        mine[0] += merchant;
        mine[1] += partner;
        mine[2] += platform;
    }
}
