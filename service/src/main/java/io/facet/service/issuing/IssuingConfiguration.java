package io.facet.service.issuing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({KeyController.class, KeyListController.class})
public class IssuingConfiguration {}
