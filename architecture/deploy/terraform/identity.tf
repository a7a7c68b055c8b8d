# Who may do what. A workload is a managed identity; Kubernetes's own tokens stand for it; there is no password of Azure's.
locals {
  workloads = {
    service = "system:serviceaccount:facet:facet"
    mlflow  = "system:serviceaccount:mlflow:mlflow"
    keda    = "system:serviceaccount:kube-system:keda-operator"
  }
  roles = {
    "service reads models"           = { who = "service", role = "Storage Blob Data Reader", on = azurerm_storage_container.facet["mlflow"].id }
    "service reads its secrets"      = { who = "service", role = "Key Vault Secrets User", on = azurerm_key_vault.facet.id }
    "mlflow keeps artifacts"         = { who = "mlflow", role = "Storage Blob Data Contributor", on = azurerm_storage_container.facet["mlflow"].id }
    "mlflow reads its secrets"       = { who = "mlflow", role = "Key Vault Secrets User", on = azurerm_key_vault.facet.id }
    "scaling reads metrics"          = { who = "keda", role = "Monitoring Data Reader", on = azurerm_monitor_workspace.facet.id }
    "training takes files"           = { who = "training", role = "Storage Blob Data Contributor", on = azurerm_storage_container.facet["incoming"].id }
    "training keeps its set"         = { who = "training", role = "Storage Blob Data Contributor", on = azurerm_storage_container.facet["training-set"].id }
    "training writes models"         = { who = "training", role = "Storage Blob Data Contributor", on = azurerm_storage_container.facet["mlflow"].id }
    "training pulls its image"       = { who = "training", role = "AcrPull", on = var.image_registry_id }
    "the event's workflow may start" = { who = "starter", role = "AzureML Data Scientist", on = azurerm_machine_learning_workspace.facet.id }
  }
}

resource "azurerm_user_assigned_identity" "facet" {
  for_each            = toset(concat(keys(local.workloads), ["training", "starter"]))
  name                = "facet-${each.key}"
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  tags                = local.tags
}

resource "azurerm_federated_identity_credential" "facet" {
  for_each            = local.workloads
  name                = each.key
  resource_group_name = azurerm_resource_group.facet.name
  parent_id           = azurerm_user_assigned_identity.facet[each.key].id
  audience            = ["api://AzureADTokenExchange"]
  issuer              = azurerm_kubernetes_cluster.facet.oidc_issuer_url
  subject             = each.value
}

resource "azurerm_role_assignment" "facet" {
  for_each             = local.roles
  scope                = each.value.on
  role_definition_name = each.value.role
  principal_id         = azurerm_user_assigned_identity.facet[each.value.who].principal_id
}

resource "azurerm_role_assignment" "nodes_pull_images" {
  scope                = var.image_registry_id
  role_definition_name = "AcrPull"
  principal_id         = azurerm_kubernetes_cluster.facet.kubelet_identity[0].object_id
}
