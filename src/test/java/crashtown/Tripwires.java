package crashtown;

import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Watches the steps of the loop, and halts the process, as a power cut does, at the one that is armed. */
public class Tripwires implements BeanPostProcessor {

    /** How the process ends, so that whoever started it knows why. */
    public static final int HALTED = 97;

    private static final Set<String> WATCHED = Set.of(
            "org.townloop.base.notice.Deliveries",
            "org.townloop.base.notice.Rounds",
            "org.townloop.loop.checkout.Checkouts",
            "org.townloop.loop.checkout.CardPayments",
            "org.townloop.loop.checkout.CouponOrders",
            "org.townloop.loop.coupon.CouponUses",
            "org.townloop.loop.checkout.Redemptions",
            "org.townloop.loop.checkout.OfflineBatches",
            "org.townloop.loop.checkout.SessionTeller",
            "org.townloop.loop.checkout.DealTeller",
            "org.townloop.loop.deal.DealRows",
            "org.townloop.loop.deal.Standings",
            "org.townloop.loop.dispute.Progress",
            "org.townloop.loop.ordering.Orders",
            "org.townloop.loop.ordering.CallOffs",
            "org.townloop.loop.ordering.Cancellations",
            "org.townloop.loop.ordering.Waits",
            "org.townloop.loop.payment.Intents",
            "org.townloop.loop.payment.Gateways",
            "org.townloop.loop.payment.Answers",
            "org.townloop.loop.payment.Webhooks",
            "org.townloop.loop.ledger.Ledger",
            "org.townloop.loop.ledger.PayoutBook",
            "org.townloop.loop.ledger.StoredValueBook",
            "org.townloop.loop.stored.Reservations",
            "org.townloop.loop.payout.PayoutRows",
            "org.townloop.loop.voucher.Vouchers",
            "org.townloop.loop.voucher.Scans",
            "org.townloop.loop.voucher.Devices",
            "org.townloop.loop.visit.Visits",
            "org.townloop.supply.booking.Gatherings");

    private static volatile @Nullable String armed;

    /** Arms a step: {@code Ledger.capture:after}. */
    static void arm(String step) {
        armed = step;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        var type = AopUtils.getTargetClass(bean);
        if (!WATCHED.contains(type.getName())) {
            return bean;
        }
        var factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) call -> watch(type.getSimpleName(), call));
        return factory.getProxy(type.getClassLoader());
    }

    private static @Nullable Object watch(String type, MethodInvocation call) throws Throwable {
        var step = type + "." + call.getMethod().getName();
        trip(step + ":before");
        var answer = call.proceed();
        trip(step + ":after");
        return answer;
    }

    private static void trip(String step) {
        if (step.equals(armed)) {
            Runtime.getRuntime().halt(HALTED);
        }
    }
}
