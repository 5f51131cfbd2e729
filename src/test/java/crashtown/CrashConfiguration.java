package crashtown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.townloop.base.notice.Handover;
import org.townloop.base.notice.SmsGateway;
import org.townloop.loop.checkout.Audit;

/** What a town that may crash has besides the usual. */
@Configuration(proxyBeanMethods = false)
class CrashConfiguration {

    @Bean
    static BeanPostProcessor tripwires() {
        return new Tripwires();
    }

    /** What was sent outlives the process, in the order in which it was sent. */
    @Bean
    @Primary
    SmsGateway noted() {
        return sms -> {
            try {
                Files.writeString(
                        Path.of(CrashingTown.said("data"), "sent"),
                        sms.id() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                return new Handover.Accepted(sms.id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Bean
    CrashDoor crashDoor(Audit audit) {
        return new CrashDoor(audit);
    }

    /** Transactions in name only: what the crash tests must notice. */
    @Bean
    @Primary
    @ConditionalOnProperty(name = "crash.careless", havingValue = "true")
    PlatformTransactionManager none() {
        return new AbstractPlatformTransactionManager() {
            private static final long serialVersionUID = 1;

            @Override
            protected Object doGetTransaction() {
                return this;
            }

            @Override
            protected boolean isExistingTransaction(Object transaction) {
                return org.springframework.transaction.support.TransactionSynchronizationManager
                        .isActualTransactionActive();
            }

            @Override
            protected void doBegin(Object transaction, TransactionDefinition definition) {}

            @Override
            protected void doCommit(DefaultTransactionStatus status) {}

            @Override
            protected void doRollback(DefaultTransactionStatus status) {}

            @Override
            protected void doSetRollbackOnly(DefaultTransactionStatus status) {}
        };
    }
}
