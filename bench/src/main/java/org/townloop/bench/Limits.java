package org.townloop.bench;

import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the machine can do at most, and what one would write without thinking of it. */
final class Limits {

    private static final int BATCH = 64;

    private final SoldVouchers vouchers;

    Limits(SoldVouchers vouchers) {
        this.vouchers = vouchers;
    }

    /** ES256 verifications a second on all processors. */
    double verifies(int count) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = generator.generateKeyPair();
        var message = new byte[120];
        var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(keys.getPrivate());
        signer.update(message);
        var signed = signer.sign();
        return new Crowd(Runtime.getRuntime().availableProcessors()).perSecond(count, i -> {
            try {
                var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
                verifier.initVerify(keys.getPublic());
                verifier.update(message);
                if (!verifier.verify(signed)) {
                    throw new IllegalStateException();
                }
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Rows a second that are redeemed by statements of 64, each committed, 2 connections. */
    double batched(int count) throws Exception {
        prepare(count);
        return BATCH
                * perSecond(2, count / BATCH, (connection, batch) -> {
                    var ids = IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(",", "{", "}"));
                    update(
                            connection,
                            "update public.bench_voucher set state = 'REDEEMED', redeemed_at = now() where id = any ('"
                                    + ids + "'::int[]) and state = 'ISSUED'");
                });
    }

    /** An update with its condition for each request, committed, 16 connections. */
    double single(int count) throws Exception {
        prepare(count);
        return perSecond(
                16,
                count,
                (connection, id) -> update(
                        connection,
                        "update public.bench_voucher set state = 'REDEEMED', redeemed_at = now() where id = " + id
                                + " and state = 'ISSUED'"));
    }

    private interface Work {
        void on(Connection connection, int item) throws SQLException;
    }

    private double perSecond(int people, int count, Work work) throws Exception {
        var free = new ArrayDeque<Connection>();
        for (int i = 0; i < people; i++) {
            free.add(vouchers.connect());
        }
        var own = ThreadLocal.withInitial(() -> {
            synchronized (free) {
                return free.poll();
            }
        });
        var all = new ArrayDeque<>(free);
        try {
            return new Crowd(people).perSecond(count, item -> {
                try {
                    work.on(own.get(), item);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        } finally {
            for (var connection : all) {
                connection.close();
            }
        }
    }

    private void prepare(int count) throws Exception {
        try (var connection = vouchers.connect()) {
            update(connection, "drop table if exists public.bench_voucher");
            update(
                    connection,
                    "create table public.bench_voucher (id int primary key, state text not null,"
                            + " redeemed_at timestamptz)");
            update(
                    connection,
                    "insert into public.bench_voucher select i, 'ISSUED' from generate_series(0, " + count + ") i");
        }
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
