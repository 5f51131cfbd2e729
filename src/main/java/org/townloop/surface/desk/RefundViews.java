package org.townloop.surface.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Money;
import org.townloop.loop.checkout.MerchantRefunds;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.Order;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/** Gathers what is needed to give money back, and shows what it would do. */
@Component
class RefundViews {

    private final MerchantRefunds refunds;
    private final Ledger ledger;
    private final People people;

    RefundViews(MerchantRefunds refunds, Ledger ledger, People people) {
        this.refunds = refunds;
        this.ledger = ledger;
        this.people = people;
    }

    static String href(Order order) {
        return "/desk/orders/" + order.id().value() + "/refund";
    }

    RefundView of(Desk desk, Order order, Form form, MerchantRefunds.@Nullable Shown shown) {
        var page = desk.page();
        var who = people.get(order.resident()).name();
        return new RefundView(
                desk,
                form,
                href(order),
                page.text("desk.refund.of", "title", page.say(order.title()), "who", who),
                money(page, order),
                refunds.refusal(order).map(page::refusal).orElse(null),
                lines(page, order),
                shown == null ? null : does(page, who, shown),
                refunds.before(order).stream().map(given -> before(desk, given)).toList());
    }

    private List<RefundView.Fact> money(Page page, Order order) {
        var money = ledger.of(order.id().value())
                .orElseGet(() -> OrderMoney.none(order.total().currency()));
        return List.of(
                fact(page, "desk.refund.paid", money.captured()),
                fact(page, "desk.refund.escrow", money.held()),
                fact(page, "desk.refund.released", money.released()),
                fact(page, "desk.refund.refunded", money.refunded().plus(money.goodwill())),
                fact(page, "desk.refund.most", refunds.most(order)));
    }

    private List<RefundView.Line> lines(Page page, Order order) {
        return refunds.lines(order).stream()
                .filter(line -> line.left() > 0 && line.worth().isPositive())
                .map(line -> new RefundView.Line(
                        RefundForm.UNITS + line.line(),
                        page.text(
                                "desk.refund.line",
                                "title",
                                title(page, order, line.line()),
                                "left",
                                line.left(),
                                "units",
                                line.units(),
                                "worth",
                                page.money(line.worth()))))
                .toList();
    }

    private static String title(Page page, Order order, int number) {
        return order.lines().stream()
                .filter(line -> line.line() == number)
                .map(line -> page.say(line.title()))
                .findFirst()
                .orElse("");
    }

    /** Amounts that are nothing are left out. */
    private static RefundView.Does does(Page page, String who, MerchantRefunds.Shown shown) {
        var pockets = shown.pockets();
        var from = new ArrayList<RefundView.Fact>();
        add(from, page, "desk.refund.from-escrow", pockets.escrow());
        shown.from().ifPresent(back -> {
            add(from, page, "desk.refund.from-merchant", back.merchant());
            add(from, page, "desk.refund.from-partner", back.partner());
            add(from, page, "desk.refund.from-platform", back.platform());
            add(from, page, "desk.refund.from-referrer", back.referrer());
        });
        return new RefundView.Does(
                page.money(pockets.all()),
                who,
                from,
                pockets.earned().isPositive(),
                pockets.earned().minor(),
                pockets.escrow().minor());
    }

    private static RefundView.Before before(Desk desk, GivenBack given) {
        return new RefundView.Before(
                desk.page().money(given.total()),
                desk.page().text("desk.refund.cause." + given.cause().name().toLowerCase(Locale.ROOT)),
                given.words(),
                desk.times().moment(given.at()));
    }

    private static void add(List<RefundView.Fact> facts, Page page, String key, Money amount) {
        if (amount.isPositive()) {
            facts.add(fact(page, key, amount));
        }
    }

    private static RefundView.Fact fact(Page page, String key, Money amount) {
        return new RefundView.Fact(page.text(key), page.money(amount));
    }
}
