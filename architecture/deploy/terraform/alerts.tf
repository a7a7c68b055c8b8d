# The rules are written once, as Prometheus's own file, which promtool tests.
locals {
  rule_groups = {
    for group in yamldecode(file("${path.module}/../observability/rules.yml")).groups : group.name => group
  }
}

resource "azurerm_monitor_alert_prometheus_rule_group" "facet" {
  for_each            = local.rule_groups
  name                = each.key
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  cluster_name        = azurerm_kubernetes_cluster.facet.name
  scopes              = [azurerm_monitor_workspace.facet.id]
  interval            = "PT1M"
  rule_group_enabled  = true
  tags                = local.tags

  dynamic "rule" {
    for_each = each.value.rules
    content {
      record      = lookup(rule.value, "record", null)
      alert       = lookup(rule.value, "alert", null)
      expression  = rule.value.expr
      for         = lookup(rule.value, "for", null) == null ? null : "PT${upper(rule.value.for)}"
      severity    = lookup(rule.value, "alert", null) == null ? null : lookup(rule.value.labels, "severity", "") == "page" ? 1 : 3
      labels      = lookup(rule.value, "labels", {})
      annotations = lookup(rule.value, "annotations", {})

      dynamic "action" {
        for_each = lookup(rule.value, "alert", null) == null ? [] : [
          rule.value.labels.severity == "page" ? azurerm_monitor_action_group.page.id : azurerm_monitor_action_group.ticket.id
        ]
        content {
          action_group_id = action.value
        }
      }
    }
  }
}
