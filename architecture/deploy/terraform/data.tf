resource "azurerm_storage_account" "facet" {
  #checkov:skip=CKV_AZURE_33:the queue holds names of files for seconds; its reads are not worth a log
  #checkov:skip=CKV2_AZURE_1:keys of the platform; data-protection.md says when a customer needs their own
  name                            = local.flat
  resource_group_name             = azurerm_resource_group.facet.name
  location                        = var.location
  account_tier                    = "Standard"
  account_replication_type        = var.environment == "dev" ? "LRS" : "GZRS"
  min_tls_version                 = "TLS1_2"
  https_traffic_only_enabled      = true
  public_network_access_enabled   = false
  allow_nested_items_to_be_public = false
  shared_access_key_enabled       = false
  local_user_enabled              = false
  tags                            = local.tags

  blob_properties {
    versioning_enabled = true
    delete_retention_policy {
      days = 30
    }
    container_delete_retention_policy {
      days = 30
    }
  }

  sas_policy {
    expiration_period = "01.00:00:00"
  }

  # Event Grid puts messages into the queue as a trusted service, by its own identity (that a closed public side lets it is unverified).
  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }
}

resource "azurerm_storage_queue" "new_files" {
  name               = "new-files"
  storage_account_id = azurerm_storage_account.facet.id
}

resource "azurerm_storage_container" "facet" {
  #checkov:skip=CKV2_AZURE_21:deletions are logged (observability.tf); every read would be more log than data
  for_each           = toset(["mlflow", "incoming", "training-set"])
  name               = each.key
  storage_account_id = azurerm_storage_account.facet.id
}

resource "azurerm_storage_management_policy" "facet" {
  storage_account_id = azurerm_storage_account.facet.id

  rule {
    name    = "what-was-quarantined-goes-after-a-year"
    enabled = true
    filters {
      blob_types   = ["blockBlob"]
      prefix_match = ["incoming/quarantine"]
    }
    actions {
      base_blob {
        delete_after_days_since_modification_greater_than = 365
      }
    }
  }
}

# Made once, and kept in Key Vault only: what is given to an argument with `_wo` is not in Terraform's state. Who rotates one changes it
# in the vault; a later apply leaves it alone, unless the number of its version here has changed.
ephemeral "random_password" "made_once" {
  for_each = toset(["admin", "facet", "mlflow", "pepper", "cookie"])
  length   = 32
  special  = false
}

# The server takes what the vault keeps, so that an apply that broke between the two can't leave them with different ones.
resource "azurerm_key_vault_secret" "admin" {
  #checkov:skip=CKV_AZURE_41:a secret that ends would end the service; rotation is a runbook
  name             = "database-admin"
  value_wo         = ephemeral.random_password.made_once["admin"].result
  value_wo_version = 1
  content_type     = "text/plain"
  key_vault_id     = azurerm_key_vault.facet.id
  depends_on       = [azurerm_role_assignment.people["ci writes secrets"]]
}

ephemeral "azurerm_key_vault_secret" "admin" {
  name         = azurerm_key_vault_secret.admin.name
  key_vault_id = azurerm_key_vault.facet.id
  # Unknown until the secret is there, so that nothing looks for it sooner.
  version = azurerm_key_vault_secret.admin.version
}

resource "azurerm_postgresql_flexible_server" "facet" {
  #checkov:skip=CKV2_AZURE_57:it lies in a subnet of its own, which excludes a private endpoint
  name                          = local.name
  resource_group_name           = azurerm_resource_group.facet.name
  location                      = var.location
  version                       = "17"
  sku_name                      = var.database_sku
  storage_mb                    = var.database_storage_mb
  auto_grow_enabled             = true
  zone                          = "1"
  backup_retention_days         = 35
  geo_redundant_backup_enabled  = var.zone_redundant
  delegated_subnet_id           = azurerm_subnet.facet["database"].id
  private_dns_zone_id           = azurerm_private_dns_zone.facet["database"].id
  public_network_access_enabled = false
  administrator_login           = "facetadmin"
  tags                          = local.tags

  administrator_password_wo         = ephemeral.azurerm_key_vault_secret.admin.value
  administrator_password_wo_version = 1

  maintenance_window {
    day_of_week = 0
    start_hour  = 2
  }

  authentication {
    active_directory_auth_enabled = true
    password_auth_enabled         = true
    tenant_id                     = data.azurerm_client_config.current.tenant_id
  }

  dynamic "high_availability" {
    for_each = var.zone_redundant ? ["2"] : []
    content {
      mode                      = "ZoneRedundant"
      standby_availability_zone = high_availability.value
    }
  }

  depends_on = [azurerm_private_dns_zone_virtual_network_link.facet]

  lifecycle {
    prevent_destroy = true
    # A failover swaps them.
    ignore_changes = [zone, high_availability[0].standby_availability_zone]
  }
}

resource "azurerm_postgresql_flexible_server_database" "facet" {
  for_each  = toset(["facet", "mlflow"])
  name      = each.key
  server_id = azurerm_postgresql_flexible_server.facet.id
  charset   = "UTF8"
}

resource "azurerm_key_vault" "facet" {
  name                          = local.name
  resource_group_name           = azurerm_resource_group.facet.name
  location                      = var.location
  tenant_id                     = data.azurerm_client_config.current.tenant_id
  sku_name                      = "standard"
  rbac_authorization_enabled    = true
  purge_protection_enabled      = true
  soft_delete_retention_days    = 90
  public_network_access_enabled = false
  tags                          = local.tags

  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
}

locals {
  # The users facet and mlflow are made by database/users.sql: runbooks.md#first-day.
  database_host = azurerm_postgresql_flexible_server.facet.fqdn
  secret_names  = ["facet-database", "facet-key-pepper", "mlflow-database", "mlflow-cookie-secret"]
  secrets = {
    facet-database       = "postgresql://facet:${ephemeral.random_password.made_once["facet"].result}@${local.database_host}:5432/facet?sslmode=verify-full"
    facet-key-pepper     = ephemeral.random_password.made_once["pepper"].result
    mlflow-database      = "postgresql://mlflow:${ephemeral.random_password.made_once["mlflow"].result}@${local.database_host}:5432/mlflow?sslmode=verify-full&sslrootcert=system"
    mlflow-cookie-secret = ephemeral.random_password.made_once["cookie"].result
  }
}

# The pepper has no end: with another one every key of every business is void.
resource "azurerm_key_vault_secret" "facet" {
  #checkov:skip=CKV_AZURE_41:a secret that ends would end the service; rotation is a runbook
  for_each         = toset(local.secret_names)
  name             = each.key
  value_wo         = local.secrets[each.key]
  value_wo_version = 1
  content_type     = "text/plain"
  key_vault_id     = azurerm_key_vault.facet.id
  depends_on       = [azurerm_role_assignment.people["ci writes secrets"]]
}
