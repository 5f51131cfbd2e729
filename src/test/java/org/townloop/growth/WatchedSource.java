package org.townloop.growth;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that explain each statement before it is run, with its own parameters, on the rows as they are: it is run, taken
 * back by a savepoint, and run again.
 */
final class WatchedSource extends DelegatingDataSource {

    private record Given(Method method, @Nullable Object[] arguments) {}

    private final Watch watch;

    WatchedSource(DataSource source, Watch watch) {
        super(source);
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return watch.isOn() ? watched(real) : real;
    }

    private Connection watched(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    var answer = call(real, method, arguments);
                    return answer instanceof PreparedStatement statement && arguments[0] instanceof String sql
                            ? watched(real, statement, sql)
                            : answer;
                });
    }

    private PreparedStatement watched(Connection connection, PreparedStatement real, String sql) {
        var given = new ArrayList<Given>();
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    var name = method.getName();
                    if (name.startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer) {
                        given.add(new Given(method, arguments));
                    } else if (name.equals("clearParameters")) {
                        given.clear();
                    } else if (name.startsWith("execute") && isPlanned(sql)) {
                        explain(connection, sql, given);
                    }
                    return call(real, method, arguments);
                });
    }

    private static boolean isPlanned(String sql) {
        var word = sql.strip().toLowerCase(Locale.ROOT);
        return word.startsWith("select")
                || word.startsWith("with")
                || word.startsWith("insert")
                || word.startsWith("update")
                || word.startsWith("delete");
    }

    private void explain(Connection connection, String sql, List<Given> given) throws SQLException {
        var alone = connection.getAutoCommit();
        if (alone) {
            connection.setAutoCommit(false);
        }
        var before = connection.setSavepoint();
        try (var statement =
                connection.prepareStatement("explain (analyze, buffers, timing off, format json) " + sql)) {
            for (var each : given) {
                each.method().invoke(statement, each.arguments());
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                watch.note(sql, String.valueOf(rows.getString(1)));
            }
        } catch (SQLException | ReflectiveOperationException e) {
            // What cannot be run is refused once more in a moment, and then heard of.
        } finally {
            connection.rollback(before);
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static @Nullable Object call(Object real, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
