package org.townloop.loop.coupon;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The negative control: coupons of which nobody looks whether there are any left. */
public final class UncountedCoupons {

    private UncountedCoupons() {}

    public static CouponUses of(ApplicationContext town) {
        var jdbc = town.getBean(JdbcClient.class);
        return new CouponUses((JdbcClient) Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("sql")) {
                        return jdbc.sql(uncounted((String) arguments[0]));
                    }
                    try {
                        return method.invoke(jdbc, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static String uncounted(String sql) {
        return sql.replace("used < stock and ", "true and ").replace("spent_minor + ? <= budget_minor", "? > 0");
    }
}
