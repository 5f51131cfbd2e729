package org.townloop.supply;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestConstructor;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.DataFolder;

/** The district of supply and what it stands on, on {@link TestTown}'s database, with a {@link TestClock}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = SupplyTest.Town.class, webEnvironment = WebEnvironment.NONE)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface SupplyTest {

    /** No configuration by annotation, so that the whole program does not find it among its classes. */
    @ComponentScan(
            basePackages = {"org.townloop.base", "org.townloop.supply"},
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    class Town {

        @Bean(destroyMethod = "")
        DataSource dataSource() {
            return TestTown.app();
        }

        @Bean
        DataFolder dataFolder() {
            return new DataFolder(TestTown.data());
        }

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
