package org.townloop.base.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The table of the passkeys. */
@Component
class PasskeyRows implements UserCredentialRepository {

    private static final String COLUMNS = """
        select person_id, credential_id, public_key, signature_count, user_verified, backup_eligible, backed_up,
            transports, attestation, client_data, label, created_at, coalesce(last_used_at, created_at) as used_at
        from identity.passkey
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a new one; of one that is there, what changes when it is used. It never changes hands. */
    @Override
    public void save(CredentialRecord record) {
        jdbc.sql("""
            insert into identity.passkey (person_id, credential_id, public_key, signature_count, user_verified,
                backup_eligible, backed_up, transports, attestation, client_data, label, created_at)
            values (?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?)
            on conflict (credential_id) do update set signature_count = excluded.signature_count,
                user_verified = excluded.user_verified, backed_up = excluded.backed_up,
                last_used_at = excluded.created_at
            where passkey.person_id = excluded.person_id
            """)
                .param(PasskeyOwners.person(record.getUserEntityUserId()).value())
                .param(record.getCredentialId().getBytes())
                .param(record.getPublicKey().getBytes())
                .param(record.getSignatureCount())
                .param(record.isUvInitialized())
                .param(record.isBackupEligible())
                .param(record.isBackupState())
                .param(record.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .collect(Collectors.joining(",")))
                .param(bytes(record.getAttestationObject()))
                .param(bytes(record.getAttestationClientDataJSON()))
                .param(record.getLabel())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql(COLUMNS + "where credential_id = ?")
                .param(id.getBytes())
                .query(PasskeyRows::record)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return jdbc.sql(COLUMNS + "where person_id = ?")
                .param(PasskeyOwners.person(owner).value())
                .query(PasskeyRows::record)
                .list();
    }

    /** @throws UnsupportedOperationException always: {@link #delete(PersonId, UUID)} names the owner too */
    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("whose?");
    }

    boolean delete(PersonId owner, UUID id) {
        return jdbc.sql("delete from identity.passkey where person_id = ? and id = ?")
                        .params(owner.value(), id)
                        .update()
                > 0;
    }

    List<Passkey> of(PersonId owner) {
        return jdbc.sql("""
            select id, label, created_at, last_used_at from identity.passkey where person_id = ? order by created_at
            """).param(owner.value()).query(PasskeyRows::passkey).list();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("last_used_at");
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getString("label"),
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    private static CredentialRecord record(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .userEntityUserId(PasskeyOwners.handle(new PersonId(row.getObject("person_id", UUID.class))))
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("used_at").toInstant())
                .build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Bytes bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : new Bytes(bytes);
    }
}
